// The list of rows and the filters above it.

const CHUNK = 200;
let listed = CHUNK;

function fillFilters() {
  const agencies = [...tally(ACTIONS, agencyOf)].sort(([one], [other]) => one.localeCompare(other, "en"));
  const kinds = [
    ...tally(
      ACTIONS.flatMap((action) => action.issues),
      (issue) => issue.kind,
    ),
  ].sort();
  const statuses = tally(ACTIONS, (action) => action.values.status);
  byId("by-document").append(
    option("", "All documents"),
    ...DATA.documents.map((found, number) => option(number, found.document)),
  );
  byId("by-agency").append(
    option("", "All agencies"),
    ...agencies.map(([name, count]) => option(`:${name}`, `${name || "No agency"} (${count})`)),
  );
  byId("by-status").append(
    option("", "Any status"),
    ...DATA.choices.status.map((name) => option(name, `${words(name)} (${statuses.get(name) || 0})`)),
  );
  byId("by-mark").append(
    ...Object.entries(MARKS).map(([name, [said]]) => option(name, said)),
    el(
      "optgroup",
      { label: "With the issue" },
      ...kinds.map(([kind, count]) => option(`kind:${kind}`, `${words(kind)} (${count})`)),
    ),
  );
}

const CONTROLS = {
  search: "text",
  "by-document": "document",
  "by-agency": "agency",
  "by-status": "status",
  "by-mark": "mark",
  order: "order",
};

function setFilter(wanted) {
  Object.assign(state.filter, { text: "", document: "", agency: "", status: "", mark: "" }, wanted);
  for (const [id, name] of Object.entries(CONTROLS)) byId(id).value = state.filter[name];
  refreshList();
}

function readFilter() {
  for (const [id, name] of Object.entries(CONTROLS)) state.filter[name] = byId(id).value;
  listed = CHUNK;
  refreshList();
}

function refreshList() {
  findRows();
  const { order, ...filters } = state.filter;
  byId("clear").hidden = !Object.values(filters).some(Boolean);
  byId("found").textContent =
    state.shown.length === ACTIONS.length
      ? counted(ACTIONS.length, "row")
      : `${state.shown.length.toLocaleString("en-GB")} of ${counted(ACTIONS.length, "row")}`;
  drawList();
}

function drawList() {
  const at = state.shown.indexOf(state.row);
  if (at >= listed) listed = Math.ceil((at + 1) / CHUNK) * CHUNK;
  const terms = searchTerms(state.filter.text);
  const nodes = [];
  let document = -1;
  for (const action of state.shown.slice(0, listed)) {
    if (action.document !== document && DATA.documents.length > 1)
      nodes.push(el("h2", {}, DATA.documents[action.document].document));
    document = action.document;
    nodes.push(listItem(action, terms));
  }
  if (state.shown.length > listed)
    nodes.push(
      button(
        `Show ${counted(Math.min(CHUNK, state.shown.length - listed), "more row")}`,
        () => {
          listed += CHUNK;
          drawList();
        },
        { class: "quiet more" },
      ),
    );
  if (!state.shown.length)
    nodes.push(el("p", { class: "nothing" }, "No row fits. Try fewer words, or clear the filters."));
  byId("list").replaceChildren(...nodes);
  markCurrent();
}

function listItem(action, terms) {
  const text =
    [valueOf(action, "action"), valueOf(action, "recommendation")].find(Boolean) || "No action text";
  const marks = [
    action.issues.length ? el("span", { class: "issue-mark" }, counted(action.issues.length, "issue")) : null,
    correctedFields(action).length ? el("span", { class: "corrected-mark" }, "Corrected") : null,
    isChecked(action) ? el("span", { class: "checked-mark" }, "✓ Checked") : null,
  ];
  const reference = valueOf(action, "reference");
  return el(
    "a",
    { href: `#${action.id}`, id: `row-${action.id}`, tabindex: "-1", class: isChecked(action) ? "done" : "" },
    el(
      "span",
      { class: "who" },
      withMarks(
        shortened(
          [shortened(reference, 20), valueOf(action, "agency") || "No agency"].filter(Boolean).join(" · "),
          60,
        ),
        terms,
      ),
    ),
    el("span", { class: "what" }, withMarks(snippet(text, terms), terms)),
    el("span", { class: "how" }, statusChip(valueOf(action, "status")), ...marks),
  );
}

// The words around the first hit, where it stands further down.
function snippet(text, terms) {
  const lower = text.toLowerCase();
  const at = Math.min(
    ...terms.map((term) => lower.indexOf(term.toLowerCase())).filter((found) => found >= 0),
  );
  return at > 80 && at < Infinity ? `…${shortened(text.slice(at - 30), 120)}` : shortened(text, 140);
}

function statusChip(status) {
  return el("span", { class: `chip s-${status}` }, words(status));
}

function markCurrent() {
  for (const link of byId("list").querySelectorAll("[aria-current]")) {
    link.removeAttribute("aria-current");
    link.tabIndex = -1;
  }
  const link = state.row && byId(`row-${state.row.id}`);
  const first = byId("list").querySelector("a");
  if (link) {
    link.setAttribute("aria-current", "true");
    link.scrollIntoView({ block: "nearest" });
  }
  // One stop for the tab key; the arrow keys move within.
  if (link || first) (link || first).tabIndex = 0;
}

function redrawItem(action) {
  const old = byId(`row-${action.id}`);
  if (!old) return;
  const focused = document.activeElement === old;
  const fresh = listItem(action, searchTerms(state.filter.text));
  old.replaceWith(fresh);
  markCurrent();
  if (focused) fresh.focus();
}
