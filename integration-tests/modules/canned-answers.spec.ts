import type { FollowUpExtension } from "../../src/desk/handlers"
import { seedCannedAnswers } from "../../src/modules/follow-up/canned-answers/change-canned-answers"
import { connectionOf } from "../../src/postgres/connection"
import { describeModule } from "./follow-up-module"

const now = new Date("2026-11-20T10:00:00Z")
const thanks = { name: "Thanks", types: [], texts: { en: "Thank you!" } }

describeModule("canned answers", (suite) => {
  const names = async () =>
    (await suite.service.cannedAnswers()).map(({ name }) => name)

  it("are brought once, however many instances start at once", async () => {
    await Promise.all(
      Array.from({ length: 5 }, () => suite.service.seedCannedAnswers(now))
    )

    expect(await names()).toEqual([
      "Could not reach you by phone",
      "We are closed, and call when we open",
      "Please send us your number",
    ])
  })

  it("are not brought again after all of them were deleted", async () => {
    await suite.service.seedCannedAnswers(now)
    for (const { id } of await suite.service.cannedAnswers()) {
      await suite.service.changeCannedAnswers({ kind: "delete", id }, now)
    }
    await suite.service.seedCannedAnswers(now)

    expect(await names()).toEqual([])
  })

  it("keep a name to one of them when two people give it at once", async () => {
    const added = await Promise.allSettled(
      Array.from({ length: 4 }, () =>
        suite.service.changeCannedAnswers(
          { kind: "create", content: thanks },
          now
        )
      )
    )

    expect(added.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect((await names()).filter((name) => name === "Thanks")).toHaveLength(1)
  })
})

const giftCards: FollowUpExtension = {
  declaration: { kind: "gift_cards" },
  handlers: {},
}

describeModule(
  "canned answers of an extension",
  ({ service, MikroOrmWrapper }) => {
    it("are brought once it is added to a store that already works", async () => {
      const restarted = () =>
        MikroOrmWrapper.forkManager().transactional((manager) =>
          seedCannedAnswers(
            connectionOf(manager),
            {
              ...service.settings,
              extensions: [giftCards],
              canned_answers: [
                ...service.settings.canned_answers,
                {
                  kind: "gift_cards",
                  label: { en: "Gift card sent" },
                  texts: { en: "It is on its way." },
                  types: [],
                },
              ],
            },
            now
          )
        )
      await service.seedCannedAnswers(now)
      expect(await service.cannedAnswers()).toHaveLength(3)

      await restarted()
      const answers = await service.cannedAnswers()
      expect(answers.map(({ name }) => name).slice(3)).toEqual([
        "Gift card sent",
      ])
      for (const { id } of answers) {
        await service.changeCannedAnswers({ kind: "delete", id }, now)
      }
      await restarted()
      expect(await service.cannedAnswers()).toEqual([])
    })
  }
)
