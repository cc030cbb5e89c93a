// A panel with an order is closed where it opened, without leaving the live view; focus goes back to what opened it.
(function () {
  "use strict";

  var opener = null;

  document.addEventListener("click", function (event) {
    var link = event.target.closest("[hx-get][hx-target]");
    if (link) { opener = link.id; }
    var close = event.target.closest("[data-close-panel]");
    var slot = close && close.closest(".gateway-act-slot");
    if (!slot) { return; }
    event.preventDefault();
    shut(slot);
  });

  document.addEventListener("keydown", function (event) {
    var slot = event.key === "Escape" && event.target.closest(".gateway-act-slot");
    if (slot) { shut(slot); }
    // A link that acts as a button answers to the space bar as one.
    if (event.key === " " && event.target.matches("a[role=button]")) {
      event.preventDefault();
      event.target.click();
    }
  });

  function shut(slot) {
    slot.replaceChildren();
    var back = opener && document.getElementById(opener);
    if (back) { back.focus(); }
  }
})();
