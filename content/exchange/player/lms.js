"use strict";
// The learning platform as SCORM 1.2 offers it: an object named API in a window above this one.
// Without one the lesson can still be read, and nothing is kept.

const LMS = (() => {
  const began = Date.now();
  let open = false;

  const found = (start) => {
    let at = start;
    for (let step = 0; at && step < 10; step += 1) {
      if (at.API) return at.API;
      if (at.parent === at) return null;
      at = at.parent;
    }
    return null;
  };
  const api = found(window) || (window.opener ? found(window.opener) : null);

  const spent = () => {
    const seconds = Math.floor((Date.now() - began) / 1000);
    const two = (number) => String(number).padStart(2, "0");
    return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  };
  const get = (name) => (open ? String(api.LMSGetValue(name)) : "");
  const set = (name, value) => { if (open) api.LMSSetValue(name, String(value)); };

  const begin = () => {
    open = Boolean(api) && String(api.LMSInitialize("")) === "true";
    if (["not attempted", ""].includes(get("cmi.core.lesson_status"))) {
      set("cmi.core.lesson_status", "incomplete");
    }
    return get("cmi.suspend_data");
  };
  const keep = (text) => {
    set("cmi.suspend_data", text);
    if (open) api.LMSCommit("");
  };
  const finish = (percent) => {
    if (percent !== null) {
      set("cmi.core.score.min", 0);
      set("cmi.core.score.max", 100);
      set("cmi.core.score.raw", percent);
    }
    set("cmi.core.lesson_status", "completed");
    keep("");
  };
  const leave = () => {
    if (!open) return;
    set("cmi.core.session_time", spent());
    set("cmi.core.exit", get("cmi.core.lesson_status") === "completed" ? "" : "suspend");
    api.LMSFinish("");
    open = false;
  };
  window.addEventListener("pagehide", leave);
  return { begin, keep, finish };
})();
