// Temporary access: what was done is read out where it stands, a fault takes the focus to its field, and a link is chosen whole.
(function () {
  "use strict";

  // A row may not be taken away from under what it has just asked: the answer would come to nothing. The list follows once the answer is in.
  var asking = 0;
  var held = new Map();

  function isRow(event) { return event.target.closest && event.target.closest(".gateway-act-slot"); }

  document.body.addEventListener("htmx:beforeRequest", function (event) { if (isRow(event)) { asking++; } });
  document.body.addEventListener("htmx:afterRequest", function (event) {
    if (!isRow(event) || --asking > 0) { return; }
    setTimeout(function () {
      if (asking > 0) { return; }
      held.forEach(function (html, list) { htmx.swap(list, html, { swapStyle: "innerHTML" }); });
      held.clear();
    }, 0);
  });
  document.body.addEventListener("htmx:sseBeforeMessage", function (event) {
    if (asking > 0) {
      held.set(event.target, event.detail.data);
      event.preventDefault();
    } else {
      held.delete(event.target);
    }
  });

  document.body.addEventListener("htmx:oobAfterSwap", function (event) {
    if (event.target.id === "said") { event.target.focus(); }
  });

  document.addEventListener("focusin", function (event) {
    if (event.target.matches("[data-link]")) { event.target.select(); }
  });

  var wrong = document.querySelector("form [aria-invalid=true], form .is-invalid");
  if (wrong) { wrong.focus(); }
})();
