/** Dates and times of the programme, worded in a locale and in the zone chosen on the page. */

const ZONE_KEY = "simulator.zone";
export const BROWSER_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;
export const ZONES = [
  ...new Set([BROWSER_ZONE, "Europe/Athens", "Europe/Madrid", "Europe/Dublin", "UTC"]),
];

let zone = localStorage.getItem(ZONE_KEY) ?? BROWSER_ZONE;

export const chosenZone = () => zone;

export function chooseZone(name) {
  zone = name;
  localStorage.setItem(ZONE_KEY, name);
}

function worded(date, locale, fields) {
  return new Intl.DateTimeFormat(locale, { timeZone: zone, ...fields }).format(date);
}

const HOUR = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
const DAY = { weekday: "short", day: "numeric", month: "short" };

export const hourText = (date, locale) => worded(date, locale, HOUR);
export const dayText = (date, locale) => worded(date, locale, { ...DAY, year: "numeric" });
export const momentText = (date, locale) => worded(date, locale, { ...DAY, ...HOUR });

const MINUTE_MS = 60_000;

/** What a `datetime-local` field shows for a moment, in the chosen zone. */
export function toField(date) {
  return new Date(date.getTime() + offsetAt(date)).toISOString().slice(0, 16);
}

/** The moment that a `datetime-local` field means in the chosen zone; null for an empty field. */
export function fromField(text) {
  if (!text) return null;
  const asUtc = new Date(`${text}Z`);
  const near = new Date(asUtc.getTime() - offsetAt(asUtc));
  // Next to a daylight-saving change the first guess may have used the other offset.
  return new Date(asUtc.getTime() - offsetAt(near));
}

/** The same wall time some days later: a day with a daylight-saving change has not 24 hours. */
export function daysLater(date, days) {
  const wall = new Date(date.getTime() + offsetAt(date));
  wall.setUTCDate(wall.getUTCDate() + days);
  return fromField(wall.toISOString().slice(0, 16));
}

/** That hour of the same day. */
export function atHour(date, hour) {
  return fromField(`${toField(date).slice(0, 10)}T${String(hour).padStart(2, "0")}:00`);
}

/** Milliseconds by which the chosen zone is ahead of UTC. */
function offsetAt(date) {
  const numeric = { year: "numeric", month: "numeric", day: "numeric", ...HOUR, second: "numeric" };
  const format = new Intl.DateTimeFormat("en", { timeZone: zone, ...numeric });
  const at = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, +value]));
  const wall = Date.UTC(at.year, at.month - 1, at.day, at.hour, at.minute, at.second);
  return Math.round((wall - date.getTime()) / MINUTE_MS) * MINUTE_MS;
}
