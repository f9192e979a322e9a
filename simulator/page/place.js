/** The part of the address after `#`: which phone is open, and a start code to open there. */

export function readPlace() {
  const values = new URLSearchParams(location.hash.slice(1));
  return { phone: Number(values.get("phone")) || null, start: values.get("start") };
}

export function writePlace(phone) {
  history.replaceState(null, "", `#phone=${phone}`);
}

export function onPlaceChange(listener) {
  addEventListener("hashchange", () => listener(readPlace()));
}
