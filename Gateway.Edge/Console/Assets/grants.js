// Temporary access: what was done is read out where it stands, a fault takes the focus to its field, and a link is chosen whole.
(function () {
  "use strict";

  document.body.addEventListener("htmx:oobAfterSwap", function (event) {
    if (event.target.id === "said") { event.target.focus(); }
  });

  document.addEventListener("focusin", function (event) {
    if (event.target.matches("[data-link]")) { event.target.select(); }
  });

  var wrong = document.querySelector("form [aria-invalid=true], form .is-invalid");
  if (wrong) { wrong.focus(); }
})();
