// Saves the history as a file with its progress, and can be cancelled; without this script the browser saves it by itself.
(function () {
  "use strict";

  var link = document.getElementById("export");
  var box = document.getElementById("exporting");
  if (!link || !box || !window.ReadableStream) { return; }
  var bar = document.getElementById("export-progress");
  var cancel = document.getElementById("export-cancel");
  var said = document.getElementById("export-said");
  var under = null;

  function say(text) { said.textContent = text; cancel.hidden = true; bar.hidden = true; under = null; }

  // Every line begins with its sequence, and the newest comes first.
  function sequenceIn(text) { var lines = text.split("\n"); var found = lines.length > 2 ? parseInt(lines[lines.length - 2], 10) : NaN; return found; }

  function save(parts) {
    var address = URL.createObjectURL(new Blob(parts, { type: "text/csv" }));
    var file = document.createElement("a");
    file.href = address;
    file.download = "history.csv";
    document.body.appendChild(file);
    file.click();
    file.remove();
    setTimeout(function () { URL.revokeObjectURL(address); }, 60000);
  }

  function read(reader, parts, newest, oldest) {
    return reader.read().then(function (step) {
      if (step.done) { return; }
      parts.push(step.value);
      var at = sequenceIn(new TextDecoder().decode(step.value));
      if (at && newest > oldest) { bar.value = Math.max(bar.value, Math.round(100 * (newest - at) / (newest - oldest))); }
      return read(reader, parts, newest, oldest);
    });
  }

  link.addEventListener("click", function (event) {
    event.preventDefault();
    if (under) { return; }
    under = new AbortController();
    box.hidden = false; cancel.hidden = false; bar.hidden = false; bar.value = 0; said.textContent = "";
    var parts = [];
    fetch(link.href, { signal: under.signal, redirect: "manual" }).then(function (answer) {
      // Whoever has to confirm first is sent there.
      if (!answer.ok || !answer.body) { window.location.assign(link.href); return; }
      return read(answer.body.getReader(), parts, Number(answer.headers.get("X-Newest")), Number(answer.headers.get("X-Oldest"))).then(function () {
        save(parts);
        bar.value = 100;
        box.hidden = true;
        under = null;
      });
    }).catch(function (error) { say(error.name === "AbortError" ? box.dataset.cancelled : box.dataset.failed); });
  });

  cancel.addEventListener("click", function () { if (under) { under.abort(); } });
})();
