import type { TestShop } from "../../shop/test-shop"
import { CALENDARS, calendarRoutes, office } from "../calendar-routes"
import { refused } from "../refused"

export function refusedCalendars(shop: TestShop): void {
  const { list, create, standard } = calendarRoutes(shop)

  const { weekly } = office
  it.each([
    [
      {
        name: "Never",
        definition: { time_zone: "Europe/Sofia", weekly: {} },
      },
      "definition.weekly: has no windows, and no exception has one that exists either, so the calendar would never open; it may have a window on one weekday at least",
      "never_opens",
      ["definition", "weekly"],
      {},
    ],
    [
      { name: "Zone", definition: { time_zone: "Sofia", weekly } },
      'definition.time_zone: is "Sofia"; it may be an IANA time zone name such as "Europe/Kyiv" or "America/New_York"',
      "unknown_time_zone",
      ["definition", "time_zone"],
      { was: "Sofia" },
    ],
    [
      { name: "Hours", definition: { ...office, hours: 8 } },
      'definition: has "hours"; it may have time_zone, weekly, exceptions',
      "unknown_key",
      ["definition"],
      { was: "hours", allowed: ["time_zone", "weekly", "exceptions"] },
    ],
    [
      { name: "Nothing" },
      "definition: is missing; a calendar is an object with time_zone, weekly and exceptions",
      "not_a_calendar",
      ["definition"],
      {},
    ],
    [
      { name: " ", definition: office },
      'name was " "; it may be 1 to 100 characters',
      "name_empty",
      ["name"],
      { was: " ", max: 100 },
    ],
    [
      { name: "opening HOURS", definition: office },
      'name was "opening HOURS"; another business calendar is called "Opening hours" already',
      "name_taken",
      ["name"],
      {
        was: "opening HOURS",
        kind: "business calendar",
        other: "Opening hours",
      },
    ],
    [
      { definition: office },
      "Invalid request: Field 'name' is required",
      "field_required",
      ["name"],
      {},
    ],
    [
      { name: "More", definition: office, is_default: true },
      "Invalid request: Unrecognized fields: 'is_default'",
      "unknown_fields",
      ["is_default"],
      { fields: "is_default" },
    ],
  ])("a new calendar %j", async (body, message, code, path, values) => {
    const answer = await shop.post(CALENDARS, body).expect(400)

    expect(answer.body).toEqual({
      type: "invalid_data",
      code,
      message,
      path,
      values,
    })
    expect(await list()).toHaveLength(1)
  })

  it.each([
    [
      { is_default: false },
      "invalid_data",
      "Expected: 'true' for field 'is_default', but got: 'false'",
      "not_a_choice",
      ["is_default"],
    ],
    [
      { bindings: [{ scope: "region", reference_id: "reg_none" }] },
      "invalid_data",
      'bindings[0].reference_id was "reg_none"; the shop has no region with this id',
      "unknown_binding",
      ["bindings", 0, "reference_id"],
    ],
    [
      { bindings: [{ scope: "task_type", reference_id: "confirm" }] },
      "invalid_data",
      'bindings[0].reference_id was "confirm"; the shop has no task type with this name',
      "unknown_binding",
      ["bindings", 0, "reference_id"],
    ],
    [
      { bindings: [{ scope: "customer", reference_id: "cus_1" }] },
      "invalid_data",
      "the scope in bindings may be one of sales_channel, stock_location, region, task_type",
      "unknown_scope",
      ["bindings", 0, "scope"],
    ],
    [
      { name: "Day", version: 7 },
      "not_allowed",
      'Business calendar "Opening hours" was changed by somebody else meanwhile (version 1, you edited 7): load it again, and make the change on what it says now',
      "calendar_changed",
      ["version"],
    ],
    [
      { definition: { ...office, weekly: { monday: [["09:00"]] } } },
      "invalid_data",
      'definition.weekly.monday[0]: is ["09:00"]; a window is a start and an end such as ["09:00","18:00"]',
      "not_a_window",
      ["definition", "weekly", "monday", 0],
    ],
  ] as const)("a change %j", async (fields, type, says, code, path) => {
    const before = await standard()
    for (const query of ["", "?dry_run=true"]) {
      const { body } = await shop
        .post(`${CALENDARS}/${before.id}${query}`, fields)
        .expect(400)
      expect(body).toEqual(refused({ type, says, code, path }))
    }
    expect(await standard()).toEqual(before)
  })

  it("to delete the default one, or to replace one by itself or by none", async () => {
    const { id } = await standard()
    const other = await create("Other")
    for (const [path, message, code] of [
      [
        `${id}?replace_with=${other.id}`,
        'Business calendar "Opening hours" is the default one, and a shop has always one: make another calendar the default first',
        "calendar_is_default",
      ],
      [
        `${other.id}?replace_with=${other.id}`,
        "replace_with was the calendar that is to be deleted; it may be any other",
        "replaced_by_itself",
      ],
      [
        `${other.id}?replace_with=fucal_none`,
        'replace_with was "fucal_none"; it may be the id of another business calendar, and there is none with this one',
        "unknown_replacement",
      ],
    ]) {
      const { body } = await shop.delete(`${CALENDARS}/${path}`).expect(400)
      expect(body).toMatchObject({ message, code })
    }
    expect(await list()).toHaveLength(2)
  })

  it("a question that is none", async () => {
    for (const [path, says, code, field] of [
      ["?limit=0", "limit", "too_small", "limit"],
      ["/holidays?country=bg", "'year' is required", "field_required", "year"],
      ["/holidays?country=bg&year=soon", "year", "wrong_type", "year"],
      ["/holidays?country=bg&year=1026", "year", "too_small", "year"],
      [
        "/holidays?country=zz&year=2026",
        'country was "zz"',
        "unknown_country",
        "country",
      ],
      [
        "/holidays?country=bg&state=22&year=2026",
        'state was "22"',
        "country_without_states",
        "state",
      ],
      [
        "/holidays?country=bg&year=2026&locale=--",
        "locale must be a language such as uk",
        "not_a_language",
        "locale",
      ],
      [
        "/holiday-countries?locale=x",
        "locale must be a language such as uk",
        "not_a_language",
        "locale",
      ],
      [
        "/holiday-countries?locale=English",
        "locale must be a language such as uk",
        "not_a_language",
        "locale",
      ],
      ["/applying", "'type' is required", "field_required", "type"],
      [
        "/applying?type=call",
        'type was "call"; it may be one of confirm_order, complete_contact',
        "unknown_word",
        "type",
      ],
      [
        "/applying?type=confirm_order&playbook_id=fuplay_none",
        'playbook_id was "fuplay_none"; there is no playbook of the type confirm_order with this id',
        "no_such_playbook",
        "playbook_id",
      ],
    ] as const) {
      const { status, body } = await shop.get(`${CALENDARS}${path}`)
      expect([path, status, body]).toEqual([
        path,
        400,
        refused({ says, code, path: [field] }),
      ])
    }
    const { body } = await shop
      .post(`${CALENDARS}/preview`, {
        definition: { time_zone: "Europe/Sofia", weekly: {} },
      })
      .expect(400)
    expect(body.message).toContain("would never open")
  })

  it("to try a new calendar, which nothing depends on yet", async () => {
    const answer = await shop
      .post(`${CALENDARS}?dry_run=true`, { name: "New", definition: office })
      .expect(400)

    expect(answer.body).toEqual({
      type: "invalid_data",
      code: "unknown_fields",
      message: "Invalid request: Unrecognized fields: 'dry_run'",
      path: ["dry_run"],
      values: { fields: "dry_run" },
    })
    expect(await list()).toHaveLength(1)
  })

  it("a calendar that there is not", async () => {
    const answers = [
      await shop.get(`${CALENDARS}/fucal_none`),
      await shop.post(`${CALENDARS}/fucal_none`, { name: "None" }),
      await shop.post(`${CALENDARS}/fucal_none?dry_run=true`, {
        name: "None",
      }),
      await shop.delete(`${CALENDARS}/fucal_none`),
      await shop.delete(`${CALENDARS}/fucal_none?dry_run=true`),
    ]
    for (const { status, body } of answers) {
      expect([status, body]).toEqual([
        404,
        {
          type: "not_found",
          code: "calendar_not_found",
          message: "Business calendar with id: fucal_none was not found",
          path: [],
          values: { id: "fucal_none" },
        },
      ])
    }
  })
}
