// Runs before the first paint: an officer's choice, else what the device prefers.
(function () {
  "use strict";
  var chosen = /(?:^|; )station\.theme=(light|dark)/.exec(document.cookie);
  var dark = chosen ? chosen[1] === "dark" : window.matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.setAttribute("data-bs-theme", dark ? "dark" : "light");
})();
