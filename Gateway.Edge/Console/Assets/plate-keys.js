// A plate is typed on keys that fit where its next character stands: provinces first, then the letter of the place, then both kinds. The
// field beneath stays an ordinary text field, which own keyboards, screen readers and pages without scripts use as it is.
(function () {
  "use strict";

  var LONGEST = 8;
  var ENDS = "学警港澳挂使领";

  function clean(text) {
    return text.replace(/[\uff01-\uff5e]/g, function (wide) { return String.fromCharCode(wide.charCodeAt(0) - 0xfee0); })
      .toUpperCase().replace(/[\s·.\-•・●]/g, "").slice(0, LONGEST);
  }

  function make(tag, name, parent) {
    var element = document.createElement(tag);
    element.className = name;
    parent.appendChild(element);
    return element;
  }

  function enhance(field) {
    if (field.dataset.enhanced) { return; }
    field.dataset.enhanced = "true";
    var words = field.dataset;
    var input = field.querySelector("input");
    var always = words.plateKeys === "always";
    var frame = field.querySelector(".gateway-plate-frame");
    var cells = make("div", "gateway-cells", frame);
    cells.setAttribute("aria-hidden", "true");
    for (var i = 0; i < LONGEST; i++) { make("span", "gateway-cell", cells); }
    var toggle = make("button", "btn btn-sm gateway-keys-toggle", field);
    toggle.type = "button";
    toggle.setAttribute("aria-controls", input.id + "-keys");
    var panel = make("div", "gateway-keys", field);
    panel.id = input.id + "-keys";
    panel.setAttribute("role", "group");
    panel.setAttribute("aria-label", words.keys);
    var shownFor = null;

    function keysFor(text) {
      if (text.length === 0) { return { name: "provinces", keys: words.provinces + "使" }; }
      if (text.length === 1) { return { name: "places", keys: text === "使" ? "0123456789" : words.places }; }
      return { name: "serial", keys: words.serial + (text.length === 6 ? ENDS : "") };
    }

    function draw() {
      var text = clean(input.value);
      Array.from(cells.children).forEach(function (cell, index) {
        cell.textContent = text[index] || (index === LONGEST - 1 ? words.newEnergy : "");
        cell.dataset.state = text[index] ? "full" : index === Math.min(text.length, LONGEST - 1) ? "next" : "empty";
      });
      frame.dataset.kind = text.length === LONGEST ? "new-energy" : "standard";
      if (panel.hidden) { return; }
      var fit = keysFor(text);
      if (shownFor === fit.keys) { return; }
      var held = panel.contains(document.activeElement);
      shownFor = fit.keys;
      panel.dataset.keys = fit.name;
      panel.replaceChildren();
      Array.from(fit.keys).forEach(function (key) { button(key, key); });
      button("⌫", "back").setAttribute("aria-label", words.back);
      panel.firstChild.tabIndex = 0;
      if (held) { panel.firstChild.focus(); }
    }

    function button(label, key) {
      var one = make("button", "btn gateway-key", panel);
      one.type = "button";
      one.textContent = label;
      one.dataset.key = key;
      // One stop for Tab; the arrows move among the keys.
      one.tabIndex = -1;
      return one;
    }

    function press(key) {
      var text = clean(input.value);
      input.value = key === "back" ? text.slice(0, -1) : clean(text + key);
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }

    function open(shown) {
      panel.hidden = !shown;
      frame.dataset.keys = shown ? "own" : "system";
      if (shown) { input.setAttribute("inputmode", "none"); } else { input.removeAttribute("inputmode"); }
      toggle.textContent = shown ? words.own : words.show;
      toggle.setAttribute("aria-expanded", String(shown));
      shownFor = null;
      draw();
    }

    panel.addEventListener("click", function (event) {
      var one = event.target.closest("button");
      if (one) { press(one.dataset.key); }
    });
    panel.addEventListener("keydown", function (event) {
      var keys = Array.from(panel.children);
      var at = keys.indexOf(document.activeElement);
      var row = keys.filter(function (key) { return key.offsetTop === keys[0].offsetTop; }).length;
      var step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: row, ArrowUp: -row }[event.key];
      if (step && keys[at + step]) {
        keys[at].tabIndex = -1;
        keys[at + step].tabIndex = 0;
        keys[at + step].focus();
        event.preventDefault();
      } else if (event.key === "Backspace") {
        press("back");
        event.preventDefault();
      }
    });
    toggle.addEventListener("click", function () {
      open(panel.hidden);
      input.focus();
    });
    input.addEventListener("input", function (event) { if (!event.isComposing) { draw(); } });
    input.addEventListener("compositionend", draw);
    input.addEventListener("change", function () { input.value = clean(input.value); draw(); });
    open(always);
  }

  function all() { document.querySelectorAll("[data-plate-keys]").forEach(enhance); }

  document.addEventListener("htmx:load", all);
  all();
})();
