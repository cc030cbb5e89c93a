// The dots over a plan that is being edited, in fractions of the picture. Knows nothing of saving.
(function () {
  "use strict";

  const NS = "http://www.w3.org/2000/svg";
  const SIGN = "M-5 0h10M0 -5v10";
  const GONE = "M-5 0h10";
  const CIRCLE = "M-11 0a11 11 0 1 0 22 0a11 11 0 1 0 -22 0";
  const SHORT = 16; // letters of a name beside its dot

  // stage: the drawing over the picture. rowOf(device): its row in the list. placeOf(device): where it stands.
  window.PlanDots = function (stage, rowOf, placeOf) {
    const byId = (id) => document.getElementById(id);

    function element(parent, tag, attributes) {
      const made = parent.appendChild(document.createElementNS(NS, tag));
      Object.keys(attributes).forEach((name) => made.setAttribute(name, attributes[name]));
      return made;
    }

    function dotOf(device) {
      const present = byId("handle-" + device);
      if (present) { return present; }
      const row = rowOf(device);
      const gone = row.dataset.gone === "true";
      const dot = element(stage, "g", { id: "handle-" + device, class: "gateway-plan-handle", tabindex: "0", role: "button", "data-device": device });
      if (gone) { dot.dataset.gone = "true"; }
      const at = element(dot, "svg", { class: "gateway-plan-at" });
      element(at, "circle", { class: "gateway-reach", r: "22" });
      element(at, "path", { class: "gateway-plan-shape", d: CIRCLE });
      element(at, "path", { class: "gateway-plan-sign", d: gone ? GONE : SIGN });
      // Words below all dots, and not part of their names: those have them in full.
      const name = row.dataset.name;
      const label = document.createElementNS(NS, "svg");
      label.setAttribute("id", "label-" + device);
      label.setAttribute("class", "gateway-plan-at gateway-plan-label");
      label.setAttribute("aria-hidden", "true");
      stage.prepend(label);
      element(label, "text", { y: "4" }).textContent = name.length > SHORT ? name.slice(0, SHORT - 1) + "…" : name;
      return dot;
    }

    function remove(device) {
      ["handle-", "label-"].forEach((name) => { if (byId(name + device)) { byId(name + device).remove(); } });
    }

    function move(device, place) {
      const dot = dotOf(device);
      const label = byId("label-" + device);
      [dot.firstChild, label].forEach((part) => {
        part.setAttribute("x", place.x * 100 + "%");
        part.setAttribute("y", place.y * 100 + "%");
      });
      label.firstChild.setAttribute("x", place.x > 0.5 ? "-17" : "17");
      label.firstChild.setAttribute("text-anchor", place.x > 0.5 ? "end" : "start");
      return dot;
    }

    function fraction(event) {
      const box = stage.getBoundingClientRect();
      return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
    }

    const inside = (point) => point.x >= 0 && point.x <= 1 && point.y >= 0 && point.y <= 1;

    // Dots that stand closer than a thumb is wide cover each other: the nearest one is meant.
    function nearest(event) {
      const at = fraction(event);
      const box = stage.getBoundingClientRect();
      const away = (dot) => {
        const place = placeOf(dot.dataset.device);
        return Math.hypot((place.x - at.x) * box.width, (place.y - at.y) * box.height);
      };
      return Array.from(stage.querySelectorAll(".gateway-plan-handle")).sort((a, b) => away(a) - away(b))[0];
    }

    return { move: move, remove: remove, nearest: nearest, fraction: fraction, inside: inside };
  };
})();
