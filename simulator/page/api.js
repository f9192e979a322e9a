/** The simulator's JSON API for the page. Every call rejects with an Error that says why. */

async function call(method, path, body) {
  const options = { method };
  if (body instanceof FormData) options.body = body;
  else if (body !== undefined) {
    options.headers = { "Content-Type": "application/json" };
    options.body = JSON.stringify(body);
  }
  const response = await fetch(path, options);
  const text = await response.text();
  if (!response.ok) throw new Error(reason(text) || `${response.status} ${response.statusText}`);
  return text ? JSON.parse(text) : null;
}

function reason(text) {
  try {
    const answer = JSON.parse(text);
    return answer.error ?? answer.description ?? answer.detail ?? "";
  } catch {
    return text;
  }
}

function query(values) {
  return new URLSearchParams(values).toString();
}

function form(values) {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.append(name, value);
  return data;
}

const get = (path) => call("GET", path);
const post = (path, body = {}) => call("POST", path, body);
const ofPhone = (phone, verb, body) => post(`/phones/${phone}/${verb}`, body);

export const api = {
  bot: (phone) => get(`/bot?${query(phone === undefined ? {} : { phone })}`),
  phones: () => get("/phones"),
  addPhone: (first_name, language_code) => post("/phones", { first_name, language_code }),
  block: (phone) => ofPhone(phone, "block"),
  unblock: (phone) => ofPhone(phone, "unblock"),
  speak: (phone, language_code) => ofPhone(phone, "language", { language_code }),
  chats: (phone) => get(`/chats?${query({ phone })}`),
  addGroup: (title, phones) => post("/groups", { title, phones }),
  messages: (phone, chat, after) => get(`/chats/${chat}/messages?${query({ phone, after })}`),
  commands: (phone, chat) => get(`/commands?${query({ phone, chat })}`),
  start: (phone, payload) => ofPhone(phone, "start", { payload }),
  send: (phone, message) => ofPhone(phone, "send", message),
  edit: (phone, message) => ofPhone(phone, "edit", message),
  press: (phone, button) => ofPhone(phone, "press", button),
  vote: (phone, choice) => ofPhone(phone, "vote", choice),
  upload: (phone, values) => ofPhone(phone, "upload", form(values)),
  calls: (after) => get(`/calls?${query({ after })}`),
  clock: () => get("/clock"),
  understanding: () => get("/understanding"),
  play: (until) => post("/clock/play", { until }),
  jump: (to) => post("/clock/jump", { to }),
  stop: () => post("/clock/stop"),
  rate: () => get("/rate"),
  chooseRate: (profile) => post("/rate", { profile }),
  faults: () => get("/faults"),
  setFaults: (rules) => post("/faults", rules),
  clearFaults: () => call("DELETE", "/faults"),
};
