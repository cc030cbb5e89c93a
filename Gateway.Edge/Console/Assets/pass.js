// A code that has not changed for half a minute opens nothing: it is hidden, and the page says why.
(function () {
  "use strict";

  var offline = document.getElementById("offline");
  if (!offline) { return; }
  var fresh = performance.now();

  function tell(stale, words) {
    document.getElementById("pass").toggleAttribute("data-stale", stale);
    offline.hidden = !words;
  }

  function tick() {
    if ((performance.now() - fresh) / 1000 > Number(offline.dataset.after)) { tell(true, true); }
  }

  // The clock above may stand still while a phone sleeps: its code is asked for anew before it is shown. The page itself stays: without a
  // network the browser would put its own error in its place.
  document.addEventListener("visibilitychange", function () {
    if (document.hidden) { return; }
    tell(true, !offline.hidden);
    htmx.trigger("#pass", "refresh");
  });

  // A pass that has ended meanwhile answers 410: the page says so itself.
  document.body.addEventListener("htmx:responseError", function (event) { if (event.detail.xhr.status === 410) { location.reload(); } else { tick(); } });
  document.body.addEventListener("htmx:sendError", function () { if (document.getElementById("pass").hasAttribute("data-stale")) { tell(true, true); } });
  document.body.addEventListener("htmx:afterSwap", function () { fresh = performance.now(); tell(false, false); });
  setInterval(tick, 1000);
})();
