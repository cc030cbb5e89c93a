// Rows of number fields that follow a drawing. Knows neither the drawing nor what the numbers mean.
(function () {
  "use strict";

  // words: { remove }. changed: called after each entry.
  window.FacadeRows = function (words, changed) {
    function input(path, value, label, step, set) {
      const element = document.createElement("input");
      element.type = "number";
      element.inputMode = step === 1 ? "numeric" : "decimal";
      element.step = String(step);
      element.className = "form-control gateway-act";
      element.setAttribute("aria-label", label);
      element.dataset.path = path;
      element.value = value === undefined ? "" : String(value);
      element.addEventListener("input", () => { set(element.value === "" ? undefined : Number(element.value)); changed(); });
      return element;
    }

    function row(path, parts, removeLabel, drop) {
      const element = document.createElement("div");
      element.className = "gateway-row";
      parts.forEach((part) => element.appendChild(part));
      const button = element.appendChild(document.createElement("button"));
      button.type = "button";
      button.className = "btn btn-icon gateway-act";
      button.textContent = "✕";
      button.title = words.remove;
      button.setAttribute("aria-label", removeLabel);
      button.addEventListener("click", drop);
      const fault = element.appendChild(document.createElement("p"));
      fault.className = "gateway-field-fault";
      fault.dataset.fault = path;
      fault.hidden = true;
      return element;
    }

    // Rows are made anew when their number changes; otherwise values follow the drawing, but for the field that somebody types into.
    function rows(holder, shape, build, valueOf) {
      if (holder.dataset.shape !== shape) {
        holder.dataset.shape = shape;
        holder.replaceChildren();
        build(holder);
        return;
      }
      holder.querySelectorAll("input").forEach((element) => {
        const value = valueOf(element);
        if (element !== document.activeElement) { element.value = value === undefined ? "" : String(value); }
      });
    }

    return { input: input, row: row, follow: rows };
  };
})();
