// A code that has not changed for half a minute opens nothing: it is hidden, and the page says why.
(function () {
  "use strict";

  var OLD_SECONDS = 30;
  var fresh = performance.now();
  var offline = document.getElementById("offline");
  if (!offline) { return; }

  function tick() {
    var stale = (performance.now() - fresh) / 1000 > OLD_SECONDS;
    offline.hidden = !stale;
    document.getElementById("pass").toggleAttribute("data-stale", stale);
  }

  // A pass that has ended meanwhile answers 410: the page says so itself.
  document.body.addEventListener("htmx:responseError", function (event) { if (event.detail.xhr.status === 410) { location.reload(); } });
  document.body.addEventListener("htmx:afterSwap", function () { fresh = performance.now(); tick(); });
  document.addEventListener("visibilitychange", function () { if (!document.hidden) { location.reload(); } });
  setInterval(tick, 1000);
})();
