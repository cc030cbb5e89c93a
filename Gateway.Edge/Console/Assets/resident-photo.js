// The photo of an enrolment: made smaller, which also leaves behind where and by whom it was taken, and judged by the gateway as soon as it is chosen or
// taken by the camera, once the consent is ticked. Without this script the photo travels with the form and is judged then.
(function () {
  "use strict";

  var LONGEST = 1600;

  document.querySelectorAll("[data-face]").forEach(function (face) {
    var part = function (name) { return face.querySelector("[data-" + name + "]"); };
    var input = part("photo-check"), agree = part("agree"), verdict = part("verdict"), ticket = part("ticket");
    var video = part("camera-view"), canvas = part("photo-view"), open = part("camera-open"), snap = part("camera-snap"), close = part("camera-close");
    var stream = null, asked = 0;

    function say(words, good) {
      verdict.replaceChildren.apply(verdict, words.map(function (text) {
        var line = document.createElement("p");
        line.textContent = text;
        return line;
      }));
      if (good === null) { verdict.removeAttribute("data-good"); } else { verdict.dataset.good = good; }
      input.classList.toggle("is-invalid", good === false);
    }

    // Nothing of a face is looked at before the consent.
    function follow() {
      input.disabled = open.disabled = !agree.checked;
      if (!agree.checked) {
        stop();
        input.value = "";
        ticket.value = "";
        canvas.hidden = true;
        say([], null);
      }
    }

    function stop() {
      if (stream) { stream.getTracks().forEach(function (track) { track.stop(); }); }
      stream = null;
      video.srcObject = null;
      video.hidden = snap.hidden = close.hidden = true;
      open.hidden = false;
    }

    function draw(source, width, height) {
      var scale = Math.min(1, LONGEST / Math.max(width, height));
      canvas.width = Math.round(width * scale);
      canvas.height = Math.round(height * scale);
      canvas.getContext("2d").drawImage(source, 0, 0, canvas.width, canvas.height);
      canvas.hidden = false;
      return new Promise(function (done) { canvas.toBlob(done, "image/jpeg", 0.92); });
    }

    function check(blob) {
      var number = ++asked, body = new FormData();
      var files = new DataTransfer();
      files.items.add(new File([blob], "photo.jpg", { type: "image/jpeg" }));
      input.files = files.files;
      body.append("photo", files.files[0]);
      body.append("agree", agree.checked ? agree.value : "");
      body.append("ticket", ticket.value);
      body.append("resident", face.dataset.resident || "");
      body.append("__RequestVerificationToken", face.closest("form").querySelector("[name=__RequestVerificationToken]").value);
      ticket.value = "";
      say([face.dataset.checking], null);
      verdict.setAttribute("aria-busy", "true");
      return fetch(face.dataset.check, { method: "POST", body: body, redirect: "error" })
        .then(function (answer) { return answer.ok ? answer.json() : Promise.reject(new Error(answer.status)); })
        .then(function (told) {
          // The answer about a photo that another has taken the place of.
          if (number !== asked) { return; }
          ticket.value = told.ticket || "";
          say(told.words, told.good);
          if (told.good) {
            // It is held already: it need not travel twice.
            input.value = "";
          }
        })
        .catch(function () { if (number === asked) { say([face.dataset.failed], false); } })
        .finally(function () { if (number === asked) { verdict.removeAttribute("aria-busy"); } });
    }

    input.addEventListener("change", function () {
      var file = input.files[0];
      if (!file) { return; }
      // What the browser cannot draw goes as it is: the gateway says what is wrong with it.
      createImageBitmap(file).then(function (bitmap) { return draw(bitmap, bitmap.width, bitmap.height); }, function () { canvas.hidden = true; return file; })
        .then(function (blob) { return check(blob || file); });
    });

    open.addEventListener("click", function () {
      if (!navigator.mediaDevices) {
        say([face.dataset.insecure], false);
        return;
      }

      navigator.mediaDevices.getUserMedia({ video: { facingMode: "user", width: { ideal: 1280 }, height: { ideal: 960 } } }).then(function (opened) {
        stream = opened;
        video.srcObject = stream;
        video.hidden = snap.hidden = close.hidden = false;
        open.hidden = canvas.hidden = true;
        snap.focus();
        return video.play();
      }).catch(function () { say([face.dataset.noCamera], false); });
    });

    snap.addEventListener("click", function () {
      if (!video.videoWidth) { return; }
      draw(video, video.videoWidth, video.videoHeight).then(check);
      stop();
      open.focus();
    });

    close.addEventListener("click", function () {
      stop();
      open.focus();
    });

    agree.addEventListener("change", follow);
    window.addEventListener("pagehide", stop);
    part("camera").hidden = false;
    // A photo that was found good before stays, with its words.
    input.disabled = open.disabled = !agree.checked;
  });
})();
