// The rows as they were read. An action is known by its id; `at` is its place in printed order.

const DATA = JSON.parse(byId("data").textContent);
const COLUMNS = Object.keys(DATA.columns);
const EDITABLE = new Set(DATA.editable);
const EXTRA = "extra/";

// Where the words stand that a meaning was read from.
const READ_FROM = {
  agency_name: "agency",
  agency_kind: "agency",
  agency_code: "agency",
  target_date: "target_date_text",
  target_date_latest: "target_date_text",
  revised_target_date: "revised_target_date_text",
  completed_date: "completed_date_text",
};
const MEANINGS = [
  "status",
  "target_date",
  "revised_target_date",
  "completed_date",
  "target_date_latest",
  "overdue",
  "agency_name",
  "agency_kind",
  "agency_code",
];
const PRINTED = COLUMNS.slice(COLUMNS.indexOf("agency"), COLUMNS.indexOf("extra")).filter(
  (name) => !MEANINGS.includes(name),
);

const ACTIONS = DATA.actions.map((raw, at) => {
  const values = Object.fromEntries(COLUMNS.map((name, index) => [name, raw.v[index]]));
  const extra = values.extra ? JSON.parse(values.extra) : {};
  for (const heading of Object.keys(extra)) values[EXTRA + heading] = extra[heading];
  return {
    at,
    id: values.action_id,
    document: raw.d,
    values,
    extra: Object.keys(extra).map((heading) => EXTRA + heading),
    places: raw.p.map(([field, heading, page, x0, top, x1, bottom]) => ({
      field: field === "extra" ? EXTRA + heading : field,
      heading,
      page,
      x0,
      top,
      x1,
      bottom,
    })),
    issues: raw.i.map(([page, field, kind, severity, printed, message]) => ({
      page,
      field,
      kind,
      severity,
      printed,
      message,
    })),
    doubt: raw.w,
    digest: raw.x,
    before: raw.b,
  };
});
const BY_ID = new Map(ACTIONS.map((action) => [action.id, action]));
const GENERAL = DATA.issues.map(([document, page, field, kind, severity, printed, message]) => ({
  document,
  page,
  field,
  kind,
  severity,
  printed,
  message,
}));

function label(field) {
  return field.startsWith(EXTRA)
    ? field.slice(EXTRA.length) || "Without heading"
    : words(field)
        .replace(/ text$/, ", as printed")
        .replace(/^Rag$/, "RAG");
}

function agencyOf(action) {
  return action.values.agency_name || action.values.agency || "";
}

// The field whose place on the page shows where a value comes from.
function sourceOf(action, field) {
  if (field === "status") return action.values.status_source.split(":")[0];
  if (field === "completed_date" && !placesOf(action, "completed_date_text").length)
    return action.values.status_source.split(":")[0];
  return READ_FROM[field] || field;
}

function placesOf(action, field) {
  return action.places.filter((place) => place.field === field);
}

function tally(items, key) {
  const counts = new Map();
  for (const item of items) counts.set(key(item), (counts.get(key(item)) || 0) + 1);
  return counts;
}
