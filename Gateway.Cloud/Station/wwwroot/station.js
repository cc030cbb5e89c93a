// Keeps the live page honest: ages tick, the pulse tells how old the picture is, new rows never move what is under the pointer.
(function () {
  "use strict";

  var MAX_ROWS = 50;
  var STALE_SECONDS = 5;
  var live = document.getElementById("live");

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-theme-toggle]")) {
      var next = document.documentElement.getAttribute("data-bs-theme") === "dark" ? "light" : "dark";
      document.documentElement.setAttribute("data-bs-theme", next);
      document.cookie = "station.theme=" + next + "; path=/; max-age=31536000; samesite=lax" + (location.protocol === "https:" ? "; secure" : "");
    }
  });

  var ages = document.body.dataset;

  function fill(text, value) { return text.replace("{0}", String(value)); }

  function setText(element, text) { if (element.textContent !== text) { element.textContent = text; } }

  function age(seconds) {
    if (seconds < 5) { return ages.justNow; }
    if (seconds < 60) { return fill(ages.secondsAgo, Math.floor(seconds)); }
    if (seconds < 3600) { return fill(ages.minutesAgo, Math.floor(seconds / 60)); }
    if (seconds < 86400) { return fill(ages.hoursAgo, Math.floor(seconds / 3600)); }
    return fill(ages.daysAgo, Math.floor(seconds / 86400));
  }

  function tickAges() {
    document.querySelectorAll("time[data-age]").forEach(function (element) {
      setText(element, age((Date.now() - Date.parse(element.dateTime)) / 1000));
    });
  }

  tickAges();
  setInterval(tickAges, 1000);
  if (!live) { return; }

  var words = live.dataset;
  var pulse = document.getElementById("pulse");
  var pulseText = document.getElementById("pulse-text");
  var stale = document.getElementById("stale");
  var held = document.getElementById("held");
  var lastHeard = null;
  var opened = performance.now();
  var waiting = [];

  function heard() { lastHeard = performance.now(); tick(); }

  function tick() {
    var silence = Math.floor((performance.now() - (lastHeard === null ? opened : lastHeard)) / 1000);
    var isStale = silence >= STALE_SECONDS;
    pulse.dataset.state = isStale ? "stale" : lastHeard === null ? "waiting" : "live";
    if (lastHeard !== null) { setText(pulseText, words.live + " · " + fill(words.updated, silence)); }
    if (isStale) { setText(stale, fill(words.stale, silence)); }
    stale.hidden = !isStale;
  }

  function isBusy(list) {
    return list.id === "passages" && (list.matches(":hover") || list.contains(document.activeElement))
      && list.querySelector("li[id]") !== null;
  }

  // Rows with a rank keep its order, newest first within one rank; others go to the top.
  function place(list, row) {
    var rank = row.dataset.rank;
    var next = rank === undefined ? list.firstChild
      : Array.from(list.querySelectorAll(":scope > li[id]")).find(function (other) { return other.dataset.rank >= rank; });
    list.insertBefore(row, next || list.querySelector(":scope > .station-list-empty"));
  }

  // A row that is there already is replaced in place; one that is new, or has another rank now, goes to its place.
  function insert(list, html) {
    var template = document.createElement("template");
    template.innerHTML = html;
    Array.from(template.content.children).reverse().forEach(function (row) {
      var present = document.getElementById(row.id);
      if (present && present.dataset.rank === row.dataset.rank) {
        present.replaceWith(row);
      } else {
        if (present) { present.remove(); } else { row.classList.add("station-new"); }
        place(list, row);
      }
      htmx.process(row);
    });
    Array.from(list.querySelectorAll(":scope > li[id]")).slice(MAX_ROWS).forEach(function (row) { row.remove(); });
    tickAges();
  }

  function release() {
    var rows = waiting;
    waiting = [];
    held.hidden = true;
    rows.forEach(function (html) { insert(document.getElementById("passages"), html); });
  }

  function hold(html) {
    waiting.push(html);
    if (waiting.length > MAX_ROWS) { waiting.shift(); }
    var count = waiting.reduce(function (sum, item) { return sum + item.split("<li id=").length - 1; }, 0);
    setText(held, fill(words.held, count));
    held.hidden = false;
  }

  document.body.addEventListener("htmx:sseBeforeMessage", function (event) {
    var list = event.target;
    if (!list.dataset || !list.dataset.list) { return; }
    event.preventDefault();
    var html = event.detail.data;
    if (isBusy(list)) { hold(html); } else { insert(list, html); }
  });

  if (held) {
    held.addEventListener("click", release);
    document.getElementById("passages").addEventListener("mouseleave", release);
  }

  htmx.createEventSource = function (url) {
    var source = new EventSource(url);
    ["pulse", "passage", "alert", "compounds", "count", "banner"].forEach(function (name) { source.addEventListener(name, heard); });
    return source;
  };

  // An expired log-in answers 401: the page goes to the log-in by itself.
  document.body.addEventListener("htmx:sseError", function () {
    fetch("/live/alive", { headers: { "HX-Request": "true" } }).then(function (answer) {
      if (answer.status === 401 || answer.status === 403) { location.reload(); }
    }, function () { /* The banner tells. */ });
  });

  // j and k move between alerts, a acknowledges, Enter opens.
  document.addEventListener("keydown", function (event) {
    if (event.target.closest("input, textarea, select") || event.ctrlKey || event.metaKey || event.altKey) { return; }
    var rows = Array.from(document.querySelectorAll("#alerts > li[id]"));
    var current = rows.indexOf(document.activeElement.closest("#alerts > li[id]"));
    if (event.key === "j" || event.key === "k") {
      var next = rows[event.key === "j" ? Math.min(current + 1, rows.length - 1) : Math.max(current - 1, 0)];
      if (next) { next.querySelector("a.station-alert-title").focus(); }
    } else if (event.key === "a" && current >= 0) {
      var act = rows[current].querySelector(".station-alert-act");
      if (act) { act.click(); }
    }
  });

  setInterval(tick, 1000);
  tick();
})();
