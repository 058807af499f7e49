// What the whole batch looks like: figures, charts and documents, each a way to its rows.

const SOME = 12;

function drawOverview() {
  const dated = dueBuckets(ACTIONS);
  byId("view-overview").replaceChildren(
    figures(),
    el("div", { class: "cards" }, agencyCard(), el("div", { class: "column" }, dueCard(dated), issueCard())),
    documentCard(),
  );
}

function goTo(filter) {
  setFilter(filter);
  if (state.shown.length) openRow(state.shown[0]);
  else location.hash = "rows";
}

function figures() {
  const judged = ACTIONS.some((action) => action.values.overdue);
  const shown = [
    [DATA.documents.length, "Documents", null],
    [ACTIONS.length, "Rows", {}],
    [new Set(ACTIONS.map(agencyOf).filter(Boolean)).size, "Agencies", null],
    [
      judged ? ACTIONS.filter((action) => action.values.overdue === "true").length : "–",
      "Overdue",
      judged ? { mark: "overdue" } : null,
    ],
    [
      ACTIONS.filter((action) => hasMark(action, "no-target")).length,
      "Without target date",
      { mark: "no-target" },
    ],
    [ACTIONS.filter((action) => action.issues.length).length, "With issues", { mark: "issues" }],
    [ACTIONS.filter((action) => !isChecked(action)).length, "Not yet checked by a person", { mark: "unchecked" }],
  ];
  return el(
    "ul",
    { class: "figures", "aria-label": "Figures" },
    ...shown.map(([number, name, filter]) => {
      const inside = [
        el("span", { class: "number" }, number.toLocaleString("en-GB")),
        el("span", { class: "name" }, name),
      ];
      return el(
        "li",
        {},
        filter
          ? fill(
              button("", () => goTo(filter), {}),
              {},
              inside,
            )
          : el("div", {}, ...inside),
      );
    }),
  );
}

function card(title, note, ...children) {
  return el(
    "section",
    { class: "card" },
    el("h2", {}, title),
    note ? el("p", { class: "note" }, note) : null,
    ...children,
  );
}

// The first rows of a table, and a button for the others.
function longTable(head, rows, details) {
  const body = el("tbody", {}, ...rows.slice(0, SOME));
  const table = el(
    "table",
    details,
    el("thead", {}, el("tr", {}, ...head.map((name) => el("th", { scope: "col" }, name)))),
    body,
  );
  const rest = rows.slice(SOME);
  if (!rest.length) return [table];
  const showAll = () => {
    body.append(...rest);
    more.remove();
  };
  const more = button(`Show ${counted(rest.length, "more", "more")}`, showAll, { class: "quiet rest" });
  return [table, more];
}

function agencyCard() {
  const groups = Map.groupBy ? Map.groupBy(ACTIONS, agencyOf) : grouped(ACTIONS, agencyOf);
  const sorted = [...groups].sort(
    ([one, its], [other, theirs]) => theirs.length - its.length || one.localeCompare(other, "en"),
  );
  const longest = Math.max(1, ...sorted.map(([, actions]) => actions.length));
  const rows = sorted.map(([agency, actions]) => {
    const parts = statusParts(actions);
    return el(
      "tr",
      {},
      el(
        "th",
        { scope: "row" },
        button(shortened(agency, 90) || "No agency", () => goTo({ agency: `:${agency}` }), { class: "link" }),
      ),
      el("td", { class: "bar" }, stackedBar(parts, longest, spoken(parts))),
      el("td", { class: "number" }, actions.length.toLocaleString("en-GB")),
    );
  });
  return card(
    "Status by agency",
    "",
    legend(statusParts(ACTIONS), (part) => goTo({ status: part.status })),
    ...longTable(["Agency", "Status", "Rows"], rows, { class: "agencies" }),
  );
}

function grouped(items, key) {
  const groups = new Map();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) || []), item]);
  return groups;
}

function dueCard(dated) {
  if (!dated.buckets.length) return card("Target dates", "No row has a target date.");
  const judged = ACTIONS.some((action) => action.values.overdue);
  const sum = (look) => dated.buckets.reduce((total, bucket) => total + bucket[look], 0);
  const parts = DUE.map(([look, name]) => ({ name, look: `due-${look}`, count: sum(look) }));
  const rows = dated.buckets
    .filter((bucket) => bucket.closed + bucket.open + bucket.overdue)
    .map((bucket) =>
      el(
        "tr",
        {},
        el("th", { scope: "row" }, bucketName(bucket.month, dated.step)),
        ...DUE.map(([look]) => el("td", { class: "number" }, String(bucket[look]))),
      ),
    );
  return card(
    "Target dates",
    `Rows by the last day of their target date, by ${dated.name}.${judged ? "" : " No day was given (--as-at) against which a row could be overdue."}`,
    legend(parts),
    dueChart(dated),
    el(
      "details",
      {},
      el("summary", {}, "As a table"),
      ...longTable(["Until", ...DUE.map(([, name]) => name)], rows, {}),
    ),
  );
}

function issueCard() {
  const issues = [...ACTIONS.flatMap((action) => action.issues), ...GENERAL];
  if (!issues.length) return card("Issues by kind", "No issue was found.");
  const severity = new Map(issues.map((issue) => [issue.kind, issue.severity]));
  const kinds = [...tally(issues, (issue) => issue.kind)].sort(
    ([one, its], [other, theirs]) => theirs - its || (one < other ? -1 : 1),
  );
  const longest = kinds[0][1];
  const rows = kinds.map(([kind, count]) => {
    const some = ACTIONS.some((action) => hasMark(action, `kind:${kind}`));
    const part = { name: words(kind), look: `severity-${severity.get(kind)}`, count };
    return el(
      "tr",
      {},
      el(
        "th",
        { scope: "row" },
        some ? button(words(kind), () => goTo({ mark: `kind:${kind}` }), { class: "link" }) : words(kind),
      ),
      el("td", { class: "bar" }, stackedBar([part], longest, `${words(kind)} ${count}`)),
      el("td", { class: "number" }, count.toLocaleString("en-GB")),
    );
  });
  const bySeverity = tally(issues, (issue) => issue.severity);
  const parts = [
    ["error", "Something was lost"],
    ["check", "To be checked"],
    ["information", "For information"],
  ].map(([name, said]) => ({ name: said, look: `severity-${name}`, count: bySeverity.get(name) || 0 }));
  return card(
    "Issues by kind",
    "",
    legend(parts),
    ...longTable(["Issue", "Number", "Issues"], rows, { class: "kinds" }),
  );
}

function documentCard() {
  const rows = tally(ACTIONS, (action) => action.document);
  const issues = tally(
    [...ACTIONS.flatMap((action) => action.issues.map(() => action)), ...GENERAL],
    (item) => item.document,
  );
  const lines = DATA.documents.map((found, number) =>
    el(
      "tr",
      { class: `outcome-${found.outcome}` },
      el(
        "th",
        { scope: "row" },
        rows.get(number)
          ? button(shortened(found.document, 90), () => goTo({ document: String(number) }), { class: "link" })
          : shortened(found.document, 90),
      ),
      el(
        "td",
        {},
        el("span", { class: "outcome" }, words(found.outcome)),
        found.message ? el("span", { class: "message" }, shortened(found.message, 300)) : null,
      ),
      el("td", { class: "number" }, (rows.get(number) || 0).toLocaleString("en-GB")),
      el("td", { class: "number" }, (issues.get(number) || 0).toLocaleString("en-GB")),
      el("td", {}, shortened(found.plan_pages, 40)),
    ),
  );
  return card(
    "Documents",
    "",
    ...longTable(["Document", "Outcome", "Rows", "Issues", "Pages of the plan"], lines, {
      class: "documents",
    }),
  );
}
