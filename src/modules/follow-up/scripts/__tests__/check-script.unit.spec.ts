import { checkScript } from "../check-script"
import { SCRIPT_VARIABLES } from "../variables"

const THERE_ARE =
  "there are shop, agent, customer, order, promised_time, opens_at"

const place = (text: string) =>
  checkScript(text).map(({ line, column, kind, name }) => [
    line,
    column,
    kind,
    name,
  ])

it("knows every variable of the catalogue", () => {
  for (const { name, example, kind } of SCRIPT_VARIABLES) {
    const said = kind === "list" ? `${name} | join: ", "` : name
    expect([name, checkScript(`{{ ${said} }}`)]).toEqual([name, []])
    expect(example).not.toBe("")
  }
  expect(SCRIPT_VARIABLES.map(({ name }) => name)).toEqual([
    "shop",
    "agent",
    "customer.name",
    "customer.first_name",
    "customer.phone",
    "customer.local_time",
    "customer.local_hour",
    "order.number",
    "order.placed_at",
    "order.items",
    "order.delivery",
    "order.delivery_total",
    "order.delivery_total_amount",
    "order.discount",
    "order.discount_amount",
    "order.total",
    "order.total_amount",
    "order.currency",
    "order.address",
    "order.note",
    "promised_time",
    "opens_at",
  ])
})

it.each([
  "",
  "Hello { } %",
  "{% for item in order.items %}{{ forloop.index }}. {{ item }}\n{% endfor %}",
  "{% assign who = customer.first_name | default: customer.name %}{{ who }}",
  '{% if agent == "" %}{% assign who = shop %}{% endif %}{{ who }}',
  "{% capture all %}{{ shop | upcase }}{% endcapture %}{{ all }}",
  '{{ order.items | join: "; " }} {{ order.items.size }} {{ order.items[7] }}',
  "{{ order.items.first }}{{ shop.size }}",
  "{% comment %}{{ anything }}{% endcomment %}{% raw %}{{ it }}{% endraw %}",
  "{%- if promised_time != blank -%}{{ promised_time }}{%- endif -%}",
  "{% case order.number %}{% when '1' %}one{% else %}more{% endcase %}",
  "{% for item in order.items %}{% if forloop.last %}and {% elsif forloop.index0 > 2 %}; {% endif %}{{ item | upcase }} {{ item.size }}{% endfor %}",
  "{% for item in order.items offset:2 limit:3 reversed %}{{ item }}{{ forloop.rindex }}/{{ forloop.length }}{% else %}-{% endfor %}",
  "{% assign words = customer.name | split: ' ' %}{{ words[0] }}{{ words.first.size }}{{ words.last }}{{ words.size }}{{ words[9] }}",
  "{{ customer.first_name[0] }}.{% for item in order.items %}{{ item[0] }}{{ item[forloop.index] }}{% endfor %}",
  "{% for item in order.items %}{% assign i = forloop.index0 %}{{ order.items[i] }}{{ order.items[forloop.index] }}{% endfor %}",
  "{% assign customer = order.items %}{{ customer.first }}{{ customer[1] }}",
  "{% assign rest = order.items | slice: 2, 5 %}{{ rest.first }}{{ rest[0].size }}",
  "{% for i in (1..3) %}{{ i }}{% endfor %}{% tablerow item in order.items cols:2 %}{{ item }}{{ tablerowloop.col }}{% endtablerow %}",
  "{% if order.note != '' %}{% capture said %}“{{ order.note }}”{% endcapture %}{% endif %}{% unless said == nil %}{{ said.size }}{% endunless %}",
  "{% for item in order.items %}{% cycle 'a', 'b' %}{% for word in order.items %}{{ item }}{{ word }}{% endfor %}{% endfor %}",
  "{{ order.items | sort | join: ', ' }}{{ order.items | sort_natural | uniq | reverse | first }}{{ '1,2' | split: ',' | sum }}",
  "{% liquid\n assign who = customer.first_name\n if who != ''\n echo who\n endif %}",
])("finds nothing wrong with %j", (text) => {
  expect(checkScript(text)).toEqual([])
})

it.each([
  ["{{ name }}", 1, 4, "name", `name is not a variable; ${THERE_ARE}`],
  [
    "Hello,\n  {{ customer.nmae }}!",
    2,
    6,
    "customer.nmae",
    "customer.nmae is not a variable; customer has name, first_name, phone, local_time, local_hour",
  ],
  [
    "{{ customer }}",
    1,
    4,
    "customer",
    "customer is not a text; customer has name, first_name, phone, local_time, local_hour",
  ],
  [
    "{{ shop.name }}",
    1,
    4,
    "shop.name",
    "shop.name is not a variable; shop has no parts",
  ],
  [
    "{% if order.paid %}yes{% endif %}",
    1,
    7,
    "order.paid",
    "order.paid is not a variable; order has number, placed_at, items, delivery, delivery_total, delivery_total_amount, discount, discount_amount, total, total_amount, currency, address, note",
  ],
  [
    "{% for item in order.items %}\n{{ item.title }}{% endfor %}",
    2,
    4,
    "item.title",
    "item.title is not a variable: what item goes through is text, without parts",
  ],
  [
    "{{ shop | default: nme }}",
    1,
    20,
    "nme",
    `nme is not a variable; ${THERE_ARE}`,
  ],
  [
    "{{ constructor }}",
    1,
    4,
    "constructor",
    `constructor is not a variable; ${THERE_ARE}`,
  ],
])("an unknown variable: %j", (text, line, column, name, message) => {
  expect(checkScript(text)).toEqual([
    { line, column, kind: "unknown_variable", name, message },
  ])
})

describe("an unknown variable in a branch that the example does not take", () => {
  const LIST = "size, first, last"
  const FORLOOP = "index, index0, rindex, rindex0, first, last, length, name"

  it.each([
    [
      "{% if order.items.size > 3 %}{% for item in order.items %}[{{ item.title }}]{% endfor %}{% endif %}",
      "item.title",
      ": what item goes through is text, without parts",
    ],
    [
      "{% for item in order.items offset:2 %}{{ item.title }}{% endfor %}",
      "item.title",
      ": what item goes through is text, without parts",
    ],
    [
      "{% for item in order.items %}{% if forloop.index > 2 %}{{ item.name }}{% endif %}{% endfor %}",
      "item.name",
      ": what item goes through is text, without parts",
    ],
    [
      "{% for item in order.items %}{% if forloop.index > 2 %}{{ item.first }}{% endif %}{% endfor %}",
      "item.first",
      ": what item goes through is text, without parts",
    ],
    [
      "{% if shop == '' %}{% tablerow item in order.items %}{{ item.title }}{% endtablerow %}{% endif %}",
      "item.title",
      ": what item goes through is text, without parts",
    ],
    [
      "{% assign f = order.items.first %}{{ f.title }}",
      "f.title",
      `; f has ${LIST}`,
    ],
    [
      "{% if shop == '' %}{% capture f %}{{ shop }}{% endcapture %}{{ f.first.title }}{% endif %}",
      "f.first.title",
      "; f.first has no parts",
    ],
    [
      "{% for item in order.items %}{% if forloop.index > 2 %}{{ forloop.idx }}{% endif %}{% endfor %}",
      "forloop.idx",
      `; forloop has ${FORLOOP}`,
    ],
    [
      "{% for item in order.items %}{% if forloop.index > 2 %}{{ item[-1] }}{% endif %}{% endfor %}",
      "item[-1]",
      ": what item goes through is text, without parts",
    ],
    [
      "{% assign part = 'title' %}{{ order.items[part] }}",
      "order.items.title",
      `; order.items has ${LIST}`,
    ],
    [
      "{% for item in order.items %}{{ item }}{% else %}{{ item }}{% endfor %}",
      "item",
      `; ${THERE_ARE}`,
    ],
    [
      "{% for item in order.items %}{{ item }}{% else %}{{ items }}{% endfor %}",
      "items",
      `; ${THERE_ARE}`,
    ],
    [
      "{% if shop == '' %}{% case agent %}{% when order.nr %}{% endcase %}{% endif %}",
      "order.nr",
      "; order has number, placed_at, items, delivery, delivery_total, delivery_total_amount, discount, discount_amount, total, total_amount, currency, address, note",
    ],
  ])("%j: %s", (text, name, why) => {
    expect(checkScript(text)).toEqual([
      {
        line: 1,
        column: expect.any(Number),
        kind: "unknown_variable",
        name,
        message: `${name} is not a variable${why}`,
      },
    ])
  })

  it("is shown where it stands", () => {
    expect(
      place(
        "{% if shop == '' %}\n{% for item in order.items %}\n  {{ item | append: item.title }}{% endfor %}\n{% endif %}"
      )
    ).toEqual([[3, 21, "unknown_variable", "item.title"]])
  })
})

it("what fails on the example is found behind a place that its list has not", () => {
  const endless = "{% for i in (1..1000000000) %}x{% endfor %}"
  expect(
    checkScript(`{{ order.items[7] }}{% if agent != "" %}${endless}{% endif %}`)
  ).toMatchObject([{ kind: "failed" }])
})

it.each([
  ["{{ shop | shout }}", 1, 11, "shout"],
  ["\n{% assign a = shop | upcase | shout: 1 %}", 2, 31, "shout"],
  ["{{ promised_time | date: '%H' }}", 1, 20, "date"],
  ["{{ order.items | where_exp: 'i', 'i.x' }}", 1, 18, "where_exp"],
  ["{{ order.items | map: 'title' }}", 1, 18, "map"],
  ["{{ order.items | where: 'title', 'x' }}", 1, 18, "where"],
  ["{{ order.items | reject: 'title' }}", 1, 18, "reject"],
  ["{{ order.items | find: 'title', 'x' }}", 1, 18, "find"],
  ["{{ order.items | find_index: 'title', 'x' }}", 1, 18, "find_index"],
  ["{{ order.items | has: 'title', 'x' }}", 1, 18, "has"],
  ["{{ order.items | group_by: 'title' }}", 1, 18, "group_by"],
])("an unknown filter: %j", (text, line, column, name) => {
  expect(checkScript(text)).toEqual([
    {
      line,
      column,
      kind: "unknown_filter",
      name,
      message: `${name} is not a filter`,
    },
  ])
})

it.each([
  ["{{ order.items | sort: 'title' }}", 1, 18, "sort: 'title'"],
  [
    "{% if shop == '' %}\n{% assign a = order.items | uniq | sort_natural: 'title' | first %}{% endif %}",
    2,
    36,
    "sort_natural: 'title'",
  ],
  ["{% echo order.items | sum: shop %}", 1, 23, "sum: shop"],
])("a filter by a part that no text has: %j", (text, line, column, name) => {
  expect(checkScript(text)).toEqual([
    {
      line,
      column,
      kind: "unknown_filter",
      name,
      message: `${name} is not a filter here: it goes through texts, without parts`,
    },
  ])
})

it.each([
  ["Hi\n {% if agent %}you", 2, 2, "if", "tag {% if agent %} not closed"],
  ["{% endif %}", 1, 1, "endif", 'tag "endif" not found'],
  ["a {{ shop", 1, 3, null, 'output "{{ shop" not closed'],
  ["{% fi agent %}", 1, 1, "fi", 'tag "fi" not found'],
  ["{% include '/etc/passwd' %}", 1, 1, "include", 'tag "include" not found'],
  ["{% render 'other' %}", 1, 1, "render", 'tag "render" not found'],
  ["{% layout 'other' %}", 1, 1, "layout", 'tag "layout" not found'],
])("a broken tag: %j", (text, line, column, name, message) => {
  expect(checkScript(text)).toEqual([
    { line, column, kind: "broken_tag", name, message },
  ])
})

it.each([
  ["{% if %}a{% endif %}", 1, 6, "if", 'invalid value expression: ""'],
  ["a\n{% case %}{% endcase %}", 2, 8, "case", 'invalid value expression: ""'],
  ["{% assign x %}{{ x }}", 1, 12, "assign", 'expected "="'],
])(
  "a tag with something broken in it: %j",
  (text, line, column, name, message) => {
    expect(checkScript(text)).toEqual([
      { line, column, kind: "broken_tag", name, message },
    ])
  }
)

it.each([
  [
    "{{ foo.bar }} {% if %}a{% else %}{{ b }}{% endif %}",
    ["1:4 foo.bar", "1:20 if", "1:37 b"],
  ],
  ["{% if shop %}\n{{ custmer | a }}", ["1:1 if", "2:4 custmer", "2:14 a"]],
  ["{% if %}{% endif %}{% unless %}", ["1:6 if", "1:29 unless"]],
  // What a loop goes through is not known where its tag is broken.
  ["{% for item order.items %}{{ item }}{% endfor %}", ["1:1 for"]],
])("finds what is wrong beside a broken condition: %j", (text, found) => {
  expect(
    place(text).map(([line, column, , name]) => `${line}:${column} ${name}`)
  ).toEqual(found)
})

it("finds all that is wrong, in the order of the text", () => {
  expect(
    place("{{ shop | a }}\n{{ custmer | b }} {{ x }}\n{{ agent | a }}")
  ).toEqual([
    [1, 11, "unknown_filter", "a"],
    [2, 4, "unknown_variable", "custmer"],
    [2, 14, "unknown_filter", "b"],
    [2, 22, "unknown_variable", "x"],
  ])
})

it("names at most twenty faults", () => {
  const many = Array.from({ length: 40 }, (_, n) => `{{ a${n} | f${n} }}`)
  expect(checkScript(many.join("\n"))).toHaveLength(20)
  expect(checkScript("{{ x }}".repeat(40))).toHaveLength(20)
})

describe("a script without end", () => {
  const nested = 14
  it.each([
    ["over a range", "{% for i in (1..1000000000) %}x{% endfor %}"],
    [
      "over ranges",
      "{% for i in (1..400) %}{% for j in (1..400) %}{{ j }}{% endfor %}{% endfor %}",
    ],
    [
      "over lists",
      "{% for i in order.items %}".repeat(nested * 2) +
        "{% endfor %}".repeat(nested * 2),
    ],
    [
      "of text",
      "{% assign a = 'aaaaaaaaaa' %}" +
        "{% assign a = a | append: a %}".repeat(40),
    ],
    ["of output", "{% for i in (1..300) %}" + "x".repeat(100) + "{% endfor %}"],
  ])("%s is a fault, within a second", (_, text) => {
    const started = performance.now()
    const [fault] = checkScript(text)
    expect(fault?.kind).toBe("failed")
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  it("is refused before it is read where it is too long", () => {
    expect(checkScript("x".repeat(10_001))).toMatchObject([
      { kind: "broken_tag", message: "parse length limit exceeded" },
    ])
  })
})
