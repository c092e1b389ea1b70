import fc from "fast-check"
import {
  groupByPerson,
  hasSameKeys,
  type Keyed,
  keyText,
  personKeys,
  type PersonKey,
} from "../person"

type Item = Keyed & { id: number }

const contact = fc.record<Keyed>({
  customer_id: fc.constantFrom("cus_1", "cus_2", "cus_3", null),
  email: fc.constantFrom("a@mail.example", "A@Mail.example", "b@mail.example"),
  phone_e164: fc.constantFrom("+380671234567", "+380671234568", null),
})

const items = fc
  .array(
    contact.chain((one) =>
      fc.record<Keyed>({
        customer_id: fc.constantFrom(one.customer_id, null),
        email: fc.constantFrom(one.email, null),
        phone_e164: fc.constantFrom(one.phone_e164, null),
      })
    ),
    { maxLength: 12 }
  )
  .map((all) => all.map((one, id): Item => ({ ...one, id })))

const of = (facts: Partial<Keyed>): Keyed => ({
  customer_id: null,
  email: null,
  phone_e164: null,
  ...facts,
})

const sharing =
  (...shared: string[]) =>
  (key: PersonKey) =>
    shared.includes(keyText(key))

const idsOf = (groups: Item[][]) =>
  groups.map((group) => group.map(({ id }) => id))

const ascending = (ids: number[]) => [...ids].sort((a, b) => a - b)

describe("what identifies a person", () => {
  it("is the customer record, the address whatever its case, and the number", () => {
    const keys = personKeys(
      of({
        customer_id: "cus_1",
        email: "Olena@Mail.example",
        phone_e164: "+380671234567",
      })
    )
    expect(keys.map(keyText)).toEqual([
      "customer:cus_1",
      "email:olena@mail.example",
      "phone:+380671234567",
    ])
    expect(
      hasSameKeys(
        of({ email: "A@mail.example" }),
        of({ email: "a@mail.example" })
      )
    ).toBe(true)
  })
})

describe("tasks by person", () => {
  it("are joined by whatever they share, and through others", () => {
    const guest = of({ phone_e164: "+380671234567" })
    const account = of({ customer_id: "cus_1", email: "a@mail.example" })
    const between = of({
      email: "A@mail.example",
      phone_e164: "+380671234567",
    })
    const stranger = of({ email: "b@mail.example" })
    expect(
      groupByPerson([guest, account, stranger, between], sharing())
    ).toEqual([[guest, account, between], [stranger]])
  })

  it("are each a person's own where nothing is known of whose they are", () => {
    expect(groupByPerson([of({}), of({})], sharing())).toHaveLength(2)
  })

  it("are not joined by what several people share", () => {
    const office = { phone_e164: "+380441234567" }
    const first = of({ ...office, email: "a@mail.example" })
    const second = of({ ...office, email: "b@mail.example" })
    expect(
      groupByPerson([first, second], sharing("phone:+380441234567"))
    ).toEqual([[first], [second]])
  })

  it("are in one group each, and two are in the same exactly if a chain of keys leads from one to the other", () => {
    const shared = fc.subarray(["phone:+380671234567", "email:a@mail.example"])
    fc.assert(
      fc.property(items, shared, (all, shared) => {
        const isShared = sharing(...shared)
        const groups = groupByPerson(all, isShared)
        const ids = idsOf(groups)
        expect(ascending(ids.flat())).toEqual(all.map(({ id }) => id))
        // The oldest first, by which a person keeps their id.
        expect(ids).toEqual(ids.map(ascending))
        const firsts = ids.flatMap(([id]) => id ?? [])
        expect(firsts).toEqual(ascending(firsts))
        const keysOf = (item: Item) =>
          personKeys(item)
            .filter((key) => !isShared(key))
            .map(keyText)
        for (const group of groups) {
          // What the first leads to, step by step, is all of the group.
          const reached = new Set(group.slice(0, 1))
          for (const item of reached) {
            all
              .filter((other) =>
                keysOf(other).some((key) => keysOf(item).includes(key))
              )
              .forEach((other) => reached.add(other))
          }
          expect(ascending([...reached].map(({ id }) => id))).toEqual(
            group.map(({ id }) => id)
          )
        }
      })
    )
  })

  it("are the same groups in whatever order they come", () => {
    fc.assert(
      fc.property(
        items.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length })
          )
        ),
        ([all, shuffled]) => {
          const sorted = (groups: Item[][]) =>
            idsOf(groups)
              .map(ascending)
              .sort(([a = 0], [b = 0]) => a - b)
          expect(sorted(groupByPerson(shuffled, sharing()))).toEqual(
            sorted(groupByPerson(all, sharing()))
          )
        }
      )
    )
  })
})
