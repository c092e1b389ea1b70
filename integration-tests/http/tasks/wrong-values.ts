import fc from "fast-check"
import type { MiddlewareRoute } from "@medusajs/framework/http"

/** A request that no route may accept, and none may break on. */
export type WrongRequest = {
  method: "get" | "post" | "delete"
  path: string
  /** As sent: JSON cannot say everything that its text can. */
  body: string | undefined
}

/** What a route takes, to put one wrong value among right ones. */
type Right = { body?: object; query?: string[] }

const WEEK = { monday: [["09:00", "18:00"]] }
const DEFINITION = { time_zone: "Europe/Kyiv", weekly: WEEK, exceptions: [] }
const TEXTS = { en: "Hello" }
const PAGE = ["limit", "offset"]

/** By method and path below the root; a route that is missing takes nothing. */
const RIGHT: Record<string, Right> = {
  "GET ": {
    query: [
      ...PAGE,
      ...[
        "tab",
        "outside",
        "status",
        "type",
        "assignee_id",
        "order_id",
        "customer_id",
      ],
      ...["late", "due_before", "q", "order"],
    ],
  },
  "GET /assignees": { query: [...PAGE, "q"] },
  "GET /:id/call-sheet": { query: ["locale"] },
  "GET /calendars": { query: PAGE },
  "GET /calendars/applying": {
    query: ["type", "playbook_id", "sales_channel_id", "region_id"],
  },
  "GET /calendars/holidays": { query: ["country", "state", "year", "locale"] },
  "GET /calendars/holiday-countries": { query: ["locale"] },
  "GET /canned-answers": { query: PAGE },
  "GET /playbooks": { query: PAGE },
  "DELETE /calendars/:id": { query: ["dry_run", "replace_with"] },
  "POST /search": {
    body: {
      q: "Olena",
      tab: "all",
      outside: "now",
      type: ["confirm_order"],
      late: false,
      due_before: "2100-01-01T09:00:00Z",
      order: "due_at",
      limit: 1,
      offset: 0,
    },
  },
  "POST /look-back": {
    body: {
      days: 7,
      dry_run: true,
      after: {
        entity: "order",
        since: "2026-11-02T09:00:00Z",
        until: "2026-11-03T09:00:00Z",
        skip: 0,
      },
    },
  },
  "POST /:id/assign": { body: { assignee_id: "user_1", note: "Yours" } },
  "POST /:id/attempts": {
    body: {
      channel: "phone",
      outcome: "reached",
      note: "Rang",
      call_back_at: "2100-01-01T09:00:00Z",
      complete_with: "confirmed",
      phone: "0671234567",
      answers: { receipt: "1" },
      message: { to: "a@mail.example", subject: "Hi", text: "Hello" },
    },
  },
  "POST /:id/wait": {
    body: { until: "2100-01-01T09:00:00Z", reason: "customer", note: "Away" },
  },
  "POST /:id/complete": {
    body: { outcome: "confirmed", note: "Yes", phone: "0671234567" },
  },
  "POST /:id/cancel": { body: { reason: "duplicate", note: "Twice" } },
  "POST /:id/reopen": { body: { note: "Again" } },
  "POST /:id/notes": { body: { note: "Rang twice" } },
  "POST /calendars": { body: { name: "Nights", definition: DEFINITION } },
  "POST /calendars/preview": { body: { definition: DEFINITION } },
  "POST /calendars/:id": {
    body: { name: "Nights", definition: DEFINITION, bindings: [], version: 1 },
    query: ["dry_run"],
  },
  "POST /playbooks": {
    body: { name: "Late", type: "confirm_order", definition: {} },
  },
  "POST /playbooks/order": { body: { type: "confirm_order", ids: ["a"] } },
  "POST /playbooks/:id": {
    body: { name: "Late", definition: {}, version: 1 },
    query: ["dry_run"],
  },
  "POST /playbooks/:id/reset": { query: ["dry_run"] },
  "POST /scripts/preview": {
    body: { text: "Hello", locale: "en", order_id: "order_1" },
  },
  "POST /canned-answers": {
    body: { name: "Hi", types: ["confirm_order"], texts: TEXTS },
  },
  "POST /canned-answers/:id": { body: { name: "Hi", texts: TEXTS } },
}

const deep = (levels: number) => "[".repeat(levels) + "]".repeat(levels)

/** JSON that is wrong for every field of every route. */
const WRONG_JSON = [
  JSON.stringify("a\0b"),
  JSON.stringify("\ud800 alone"),
  JSON.stringify("low \udc00"),
  JSON.stringify({ toString: "x" }),
  JSON.stringify({ valueOf: "x", toString: null }),
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{}}}',
  '{"hasOwnProperty":1,"length":-1,"then":"x","toJSON":"x"}',
  "1e400",
  "-1e400",
  "[null]",
  "[[]]",
  deep(60),
  deep(4_000),
  '{"a":'.repeat(300) + "1" + "}".repeat(300),
  JSON.stringify("x".repeat(50_000)),
]

/** Far off, impossible, or not written as a time. */
const WRONG_TIMES = [
  "99999-01-01T00:00:00Z",
  "+028202-01-01T00:00:00Z",
  "0000-01-01T00:00:00Z",
  "0000-01-01T00:00:00+23:59",
  "9999-12-31T23:59:59Z",
  "2026-02-30T00:00:00Z",
  "NaN",
].map((text) => JSON.stringify(text))

const WRONG_QUERY = [
  "=a%00b",
  "=%ED%A0%80",
  "=NaN",
  "=1e9",
  "=-1",
  "=1e400",
  "=0x10",
  "=",
  "=1&{}=2",
  "[]=1&{}[]=2",
  "[toString]=x",
  "[valueOf]=x",
  "[__proto__]=x",
  "[a][b][c][d][e][f][g]=x",
  "[1000]=x",
  "=__proto__",
  "=constructor",
  "=99999-01-01T00:00:00Z",
  "=0000-01-01T00:00:00Z",
  "='%20or%201=1--",
  "=%7B%22toString%22:%22x%22%7D",
  "={",
  "=%5C",
  "=%25_%5C%25",
  "=%5C%27%3A*%26%7C%21%3C-%3E()",
  "=%E2%80%AE%00",
  `=${"x".repeat(4_000)}`,
]

/** What is no object in JSON. */
const WRONG_FORMS = ["[]", "[1]", "null", '"text"', "17", "{", "{}x", "\0"]

const WRONG_IDS = [
  "a%00b",
  "%00",
  "__proto__",
  "constructor",
  "toString",
  "futask_%F0%9F%98%80",
  "%20",
  "'%20or%20''='",
  "..%2f..%2fusers",
  "x".repeat(3_000),
  "1e400",
  "undefined",
]

/**
 * Wrong requests of a route, one wrong value in each.
 *
 * @param realIn - an id that exists, by the folder of the route
 */
export function wrongRequests(
  route: MiddlewareRoute,
  root: string,
  realIn: (folder: string) => string
): fc.Arbitrary<WrongRequest> {
  const matcher = String(route.matcher)
  const method = methodOf(route)
  const real_id = realIn(matcher.slice(root.length).split("/")[1] ?? "")
  const right = RIGHT[`${method.toUpperCase()} ${matcher.slice(root.length)}`]
  const { body, query = [] } = right ?? {}
  const at = (id: string, search = "") =>
    matcher.replace(":id", id) + (search && `?${search}`)
  const bodyText = JSON.stringify(body ?? {})
  const sent = method === "post" ? bodyText : undefined

  const byId = fc
    .constantFrom(...WRONG_IDS)
    .map((id) => ({ method, path: at(id), body: sent }))
  const byQuery = fc
    .tuple(
      fc.constantFrom(...(query.length > 0 ? query : ["colour"])),
      fc.constantFrom(...WRONG_QUERY)
    )
    .map(([field, wrong]) => ({
      method,
      // A write is refused for its query alone.
      path: at(
        real_id,
        field +
          wrong.replace("{}", field) +
          (method === "get" ? "" : "&colour=1")
      ),
      body: sent,
    }))
  const byBody = fc
    .constantFrom(...Object.keys(body ?? { colour: 1 }))
    .chain((field) =>
      fc
        .constantFrom(
          ...WRONG_JSON,
          ...(["until", "call_back_at", "due_before"].includes(field)
            ? WRONG_TIMES
            : [])
        )
        .map((wrong) => withField(body ?? {}, field, wrong))
    )
  const arbitraries: fc.Arbitrary<WrongRequest>[] = [byQuery]
  if (matcher.includes(":id")) {
    arbitraries.push(byId)
  }
  if (method === "post") {
    const forms = body ? fc.constantFrom(...WRONG_FORMS) : byBody
    arbitraries.push(
      fc
        .oneof({ arbitrary: byBody, weight: 4 }, forms)
        .map((text) => ({ method, path: at(real_id), body: text }))
    )
  }
  return fc.oneof(...arbitraries)
}

/** The JSON of an object with one field's JSON put in as it stands. */
function withField(body: object, field: string, json: string): string {
  const others = Object.entries(body)
    .filter(([name]) => name !== field)
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`)
  return `{${[...others, `${JSON.stringify(field)}:${json}`].join(",")}}`
}

function methodOf({ methods }: MiddlewareRoute): WrongRequest["method"] {
  switch (methods?.[0]) {
    case "GET":
      return "get"
    case "POST":
      return "post"
    case "DELETE":
      return "delete"
    default:
      throw new Error(`No wrong requests are made for ${methods}`)
  }
}
