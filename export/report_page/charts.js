// Charts, drawn as SVG beside the numbers that they show.

const CLOSED = new Set(["completed", "superseded", "rejected"]);
const STEPS = [
  ["month", 1, 18],
  ["quarter", 3, 24],
  ["year", 12, 40],
  ["five years", 60, 40],
  ["fifty years", 600, Infinity],
];

// A bar of parts, as long as its whole is of the longest.
function stackedBar(parts, longest, said) {
  let from = 0;
  const rects = parts
    .filter((part) => part.count)
    .map((part) => {
      const rect = svg(
        "rect",
        { x: from, y: 0, width: part.count, height: 10, class: part.look },
        svg("title", {}, `${part.name}: ${part.count}`),
      );
      from += part.count;
      return rect;
    });
  return svg(
    "svg",
    {
      class: "bar-chart",
      viewBox: `0 0 ${longest} 10`,
      preserveAspectRatio: "none",
      role: "img",
      "aria-label": said,
    },
    ...rects,
  );
}

function statusParts(actions) {
  const counts = tally(actions, (action) => valueOf(action, "status"));
  return DATA.choices.status.map((status) => ({
    name: words(status),
    status,
    look: `s-${status}`,
    count: counts.get(status) || 0,
  }));
}

function spoken(parts) {
  return parts
    .filter((part) => part.count)
    .map((part) => `${part.name} ${part.count}`)
    .join(", ");
}

function legend(parts, act) {
  return el(
    "ul",
    { class: "legend" },
    ...parts
      .filter((part) => part.count)
      .map((part) => {
        const key = [
          svg(
            "svg",
            { viewBox: "0 0 10 10", "aria-hidden": "true" },
            svg("rect", { width: 10, height: 10, class: part.look }),
          ),
          ` ${part.name} `,
          el("span", { class: "count" }, part.count.toLocaleString("en-GB")),
        ];
        return el(
          "li",
          {},
          act
            ? fill(
                button("", () => act(part), { class: "link" }),
                {},
                key,
              )
            : el("span", {}, ...key),
        );
      }),
  );
}

// Months since year nought.
function monthOf(day) {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
}

function dueBuckets(actions) {
  const dated = actions.filter((action) => /^\d{4}-\d\d-\d\d$/.test(action.values.target_date_latest));
  if (!dated.length) return { step: 1, name: "month", buckets: [] };
  const months = dated.map((action) => monthOf(action.values.target_date_latest));
  const [first, last] = [months.reduce((a, b) => Math.min(a, b)), months.reduce((a, b) => Math.max(a, b))];
  const [name, step] = STEPS.find(([, size, most]) => (last - first) / size < most);
  const begin = Math.floor(first / step) * step;
  const buckets = Array.from({ length: Math.floor((last - begin) / step) + 1 }, (_, at) => ({
    month: begin + at * step,
    closed: 0,
    open: 0,
    overdue: 0,
  }));
  dated.forEach((action, at) => {
    buckets[Math.floor((months[at] - begin) / step)][dueLook(action)] += 1;
  });
  return { step, name, buckets };
}

function dueLook(action) {
  if (action.values.overdue === "true") return "overdue";
  return CLOSED.has(action.values.status) ? "closed" : "open";
}

function bucketName(month, step) {
  const year = String(Math.floor(month / 12));
  if (step === 1)
    return `${["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][month % 12]} ${year}`;
  return step === 3
    ? `${year} Q${Math.floor((month % 12) / 3) + 1}`
    : step === 12
      ? year
      : `${year}–${Number(year) + step / 12 - 1}`;
}

const DUE = [
  ["closed", "Closed"],
  ["open", "Open or unknown"],
  ["overdue", "Overdue"],
];

function dueChart({ step, buckets }) {
  const [wide, high, foot, left] = [640, 220, 26, 34];
  const most = Math.max(1, ...buckets.map((bucket) => bucket.closed + bucket.open + bucket.overdue));
  const tick = niceStep(most);
  const top = Math.ceil(most / tick) * tick;
  const y = (count) => high - foot - ((high - foot - 10) * count) / top;
  const slot = (wide - left) / buckets.length;
  const every = Math.ceil(buckets.length / 8);
  const lines = Array.from({ length: Math.round(top / tick) + 1 }, (_, at) =>
    svg(
      "g",
      { class: "grid" },
      svg("line", { x1: left, x2: wide, y1: y(at * tick), y2: y(at * tick) }),
      svg("text", { x: left - 6, y: y(at * tick) + 4, "text-anchor": "end" }, String(at * tick)),
    ),
  );
  const bars = buckets.flatMap((bucket, at) =>
    dueColumn(bucket, left + at * slot, Math.min(slot * 0.78, 46), slot, y, step),
  );
  const names = buckets.map((bucket, at) =>
    at % every
      ? null
      : svg(
          "text",
          { x: left + (at + 0.5) * slot, y: high - 6, "text-anchor": "middle" },
          bucketName(bucket.month, step),
        ),
  );
  return svg(
    "svg",
    {
      class: "due-chart",
      viewBox: `0 0 ${wide} ${high}`,
      role: "img",
      "aria-label": "Rows by the last day of their target date; the table below has the numbers",
    },
    ...lines,
    ...bars,
    ...names.filter(Boolean),
  );
}

function dueColumn(bucket, x, width, slot, y, step) {
  let below = 0;
  return DUE.filter(([look]) => bucket[look]).map(([look, name]) => {
    const [from, to] = [y(below), y(below + bucket[look])];
    below += bucket[look];
    return svg(
      "rect",
      { x: x + (slot - width) / 2, y: to, width, height: from - to, class: `due-${look}` },
      svg("title", {}, `${bucketName(bucket.month, step)}, ${name.toLowerCase()}: ${bucket[look]}`),
    );
  });
}

function niceStep(most) {
  const rough = Math.max(1, most / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  return [1, 2, 5, 10].map((part) => part * power).find((part) => part >= rough);
}
