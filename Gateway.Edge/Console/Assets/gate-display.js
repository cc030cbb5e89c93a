// Keeps a gate's display by itself: the clock, the voice where it is wanted, and the way back after the gateway was away.
(function () {
  "use strict";

  var RETURN_SECONDS = 10;
  var display = document.querySelector(".display[sse-connect]");
  var clock = document.querySelector("[data-clock]");
  var screen = document.getElementById("screen");
  var silent = document.getElementById("silent");
  var heard = performance.now();
  var tried = 0;
  var spoken = "";

  // Not set up yet, or not any more: somebody may be doing it just now.
  if (!display) { setTimeout(function () { location.reload(); }, 60000); return; }

  var format = new Intl.DateTimeFormat("zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false, timeZone: clock.dataset.zone });

  function speak() {
    var words = document.querySelector("#screen .display-words");
    var mood = words.dataset.mood;
    var text = mood === "idle" || mood === "faceless" ? "" : words.textContent.trim();
    if (text === spoken) { return; }
    spoken = text;
    if (!text || display.dataset.voice !== "on" || !window.speechSynthesis) { return; }
    speechSynthesis.cancel();
    words.querySelectorAll("p").forEach(function (line) {
      if (line.classList.contains("display-phone")) { return; }
      var said = new SpeechSynthesisUtterance(line.dataset.say || line.textContent);
      said.lang = line.lang;
      speechSynthesis.speak(said);
    });
  }

  // A stream that the browser has given up does not come back: the page is fetched anew as soon as the gateway answers.
  function comeBack(silence) {
    if (silence < RETURN_SECONDS || performance.now() - tried < RETURN_SECONDS * 1000) { return; }
    tried = performance.now();
    fetch(location.href, { cache: "no-store" }).then(function (answer) { if (answer.ok || answer.status === 403) { location.reload(); } }).catch(function () { });
  }

  function tick() {
    var silence = (performance.now() - heard) / 1000;
    clock.textContent = format.format(new Date());
    // What was said last is no longer known to hold, least of all to whom.
    screen.hidden = silence >= Number(display.dataset.silentAfter);
    silent.hidden = !screen.hidden;
    comeBack(silence);
  }

  display.addEventListener("htmx:sseMessage", speak);
  htmx.createEventSource = function (url) {
    var source = new EventSource(url);
    source.addEventListener("pulse", function () { heard = performance.now(); tick(); });
    return source;
  };

  tick();
  setInterval(tick, 1000);
})();
