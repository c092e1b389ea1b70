import { checkScript } from "../check-script"
import { renderScript, renderText } from "../render-script"
import { EMPTY_FACTS, EXAMPLE_FACTS } from "../variables"

const faultsOf = (text: string) =>
  checkScript(text).map(({ line, column, kind, name, instead }) => [
    `${line}:${column}`,
    kind,
    name,
    instead,
  ])

describe("computing with a text is refused where it stands", () => {
  const TOTAL = ["computes_with_text", "order.total", "order.total_amount"]

  it.each([
    ["{% if order.total > 1000 %}a{% endif %}", "1:7", ...TOTAL],
    ["{% if 1000 <= order.total %}a{% endif %}", "1:15", ...TOTAL],
    ["\n {% unless order.total < 9 %}a{% endunless %}", "2:12", ...TOTAL],
    [
      "{% if shop == '' %}{% elsif order.total >= 9 %}a{% endif %}",
      "1:29",
      ...TOTAL,
    ],
    ["{% if agent != '' and order.total > 9 %}a{% endif %}", "1:23", ...TOTAL],
    ["{{ order.total | minus: 200 }}", "1:4", ...TOTAL],
    ["{{ 200 | plus: order.total }}", "1:16", ...TOTAL],
    ["{% assign a = order.total | times: 2 %}{{ a }}", "1:15", ...TOTAL],
    ["{% if order.total_amount > order.total %}a{% endif %}", "1:28", ...TOTAL],
    [
      "{{ order.discount | round }}",
      "1:4",
      "computes_with_text",
      "order.discount",
      "order.discount_amount",
    ],
    [
      "{{ order.delivery_total | divided_by: 2 }}",
      "1:4",
      "computes_with_text",
      "order.delivery_total",
      "order.delivery_total_amount",
    ],
    [
      "{% if customer.local_time > '18:00' %}a{% endif %}",
      "1:7",
      "computes_with_text",
      "customer.local_time",
      "customer.local_hour",
    ],
    [
      "{% if order.items > 3 %}a{% endif %}",
      "1:7",
      "computes_with_text",
      "order.items",
      "order.items.size",
    ],
    [
      "{{ order.items | sum }}",
      "1:4",
      "computes_with_text",
      "order.items",
      "order.items.size",
    ],
    [
      "{{ promised_time | plus: 1 }}",
      "1:4",
      "computes_with_text",
      "promised_time",
      undefined,
    ],
    [
      "{{ customer.phone | to_integer }}",
      "1:4",
      "computes_with_text",
      "customer.phone",
      undefined,
    ],
    [
      "{% assign sum = order.total %}\n{% if sum > 9 %}a{% endif %}",
      "2:7",
      "computes_with_text",
      "sum",
      undefined,
    ],
    [
      "{% capture sum %}{{ order.total }}{% endcapture %}{{ sum | minus: 1 }}",
      "1:54",
      "computes_with_text",
      "sum",
      undefined,
    ],
    [
      "{% for item in order.items %}{% if item > 2 %}a{% endif %}{% endfor %}",
      "1:36",
      "computes_with_text",
      "item",
      undefined,
    ],
    [
      "{% for item in order.items limit: order.number %}{{ item }}{% endfor %}",
      "1:35",
      "computes_with_text",
      "order.number",
      undefined,
    ],
    ["{% for i in (1..order.total) %}{{ i }}{% endfor %}", "1:17", ...TOTAL],
    ["{{ shop | truncate: order.total }}", "1:21", ...TOTAL],
    [
      "{% liquid\n assign a = 1\n if order.total > a\n echo a\n endif %}",
      "3:5",
      ...TOTAL,
    ],
  ])("%j", (text, place, ...fault) => {
    expect(faultsOf(text)).toEqual([[place, ...fault]])
  })

  it("says what would be right", () => {
    expect(checkScript("{{ order.total | minus: 1 }}")).toMatchObject([
      {
        message:
          "order.total is text, which cannot be computed with or compared by size; order.total_amount is a number",
      },
    ])
  })
})

it.each([
  [
    "{% if order.number == 1042 %}a{% endif %}",
    "1:7",
    "order.number",
    '"1042"',
  ],
  [
    "{% if 2398 != order.total %}a{% endif %}",
    "1:7",
    "2398",
    "order.total_amount",
  ],
  [
    "{% if order.total_amount == '2398' %}a{% endif %}",
    "1:7",
    "order.total_amount",
    "2398",
  ],
  [
    "{% case order.total %}{% when 1000, 2000 %}a{% endcase %}",
    "1:9",
    "order.total",
    "order.total_amount",
  ],
  [
    "{% if order.items == 'Kettle' %}a{% endif %}",
    "1:7",
    "order.items",
    "order.items.size",
  ],
])("what is never equal is refused: %j", (text, place, name, instead) => {
  expect(faultsOf(text)[0]).toEqual([place, "never_equal", name, instead])
})

it.each([
  ["{{ order.items }}", "1:4", "order.items"],
  ["{% echo order.items %}", "1:9", "order.items"],
  ["{{ order.items | sort | reverse }}", "1:4", "order.items"],
  ["{{ order.items | upcase }}", "1:4", "order.items"],
  ["{{ shop | append: order.items }}", "1:19", "order.items"],
  ["{% assign all = order.items | uniq %}\n{{ all }}", "2:4", "all"],
  ["{% cycle order.items, 'b' %}", "1:10", "order.items"],
  ["{{ customer.name | split: ' ' }}", "1:4", "customer.name"],
  ["{{ (1..3) }}", "1:4", "(1..3)"],
])("a list printed raw is refused: %j", (text, place, name) => {
  expect(faultsOf(text)).toEqual([
    [place, "prints_list", name, `${name} | join: ", "`],
  ])
})

describe("what is computed with numbers", () => {
  it.each([
    ["{% if order.total_amount > 1000 %}a lot{% endif %}", "a lot"],
    ["{{ order.total_amount | minus: order.discount_amount }}", "2298"],
    ["{{ order.total_amount | divided_by: 7 | round: 2 }}", "342.57"],
    ["{{ 0.1 | plus: 0.2 }}", "0.3"],
    [
      "{% if customer.local_hour < 12 %}Good morning{% endif %}",
      "Good morning",
    ],
    ["{% if order.items.size > 1 %}{{ order.items.size }}{% endif %}", "2"],
    ["{% case order.items.size %}{% when 2 %}two{% endcase %}", "two"],
    [
      "{% assign n = 0 %}{% for item in order.items %}{% assign n = n | plus: 1 %}{% endfor %}{{ n }}",
      "2",
    ],
    [
      "{% for item in order.items %}{% if forloop.index > 1 %}{{ item }}{% endif %}{% endfor %}",
      "Filter × 2",
    ],
    ["{{ order.number | default: 0 | append: '!' }}", "1042!"],
    ["{% if order.number == '1042' %}yes{% endif %}", "yes"],
    ["{% if order.items contains 'Kettle' %}yes{% endif %}", "yes"],
    ["{{ order.currency }}", "UAH"],
    [
      '{% assign all = order.items %}{% assign all = all | join: ", " %}{{ all }}',
      "Kettle, Filter × 2",
    ],
  ])("%j is %j", (text, said) => {
    expect(renderText(text, EXAMPLE_FACTS)).toEqual({ text: said, faults: [] })
  })

  it.each([
    "{{ order.total_amount }}",
    "{{ order.total_amount | minus: 200 }}",
    "{{ 200 | minus: order.total_amount }}",
    "{% if order.total_amount > 0 %}more{% endif %}",
    "{% if order.total_amount < 1 %}less{% endif %}",
    "{{ order.items.size | divided_by: 0 }}",
  ])("says nothing where a number is not known: %j", (text) => {
    expect(renderText(text, EMPTY_FACTS).text).toBe("")
  })
})

describe("a kind of work's own variables", () => {
  const variables = [
    { name: "payment.due", example: "₴20.00" },
    { name: "payment.due_amount", example: 20 },
    { name: "payment.links", example: ["https://a", "https://b"] },
  ]

  it.each([
    ["{{ payment.due | plus: 1 }}", "payment.due_amount"],
    ["{{ payment.links }}", 'payment.links | join: ", "'],
    ["{% if payment.due == 20 %}a{% endif %}", "payment.due_amount"],
  ])("are of the kind of their example: %j", (text, instead) => {
    expect(checkScript(text, variables)).toMatchObject([{ instead }])
  })

  it("may be numbers", () => {
    const text = "{{ payment.due_amount | times: 2 }}"
    expect(checkScript(text, variables)).toEqual([])
  })
})

it("a stored text from before still says the rest", () => {
  const text = "Hello{% if order.total > 1000 %}!{% endif %} {{ order.items }}"
  const { text: said, faulty } = renderScript(
    {},
    { en: text },
    ["en"],
    () => EXAMPLE_FACTS
  )
  expect([said, faulty]).toEqual(["Hello KettleFilter × 2", []])
})
