import type {
  AdminFollowUpPlaybook,
  PlaybookDefinition,
} from "../../../src/api/admin/follow-ups/playbooks/types"
import type { TestShop } from "../../shop/test-shop"

export const PLAYBOOKS = "/admin/follow-ups/playbooks"

/** The shop's playbooks, through the admin API. */
export function playbookRoutes(shop: TestShop) {
  const list = async (): Promise<AdminFollowUpPlaybook[]> =>
    (await shop.get(PLAYBOOKS).expect(200)).body.playbooks

  const ofType = async (type = "confirm_order") =>
    (await list()).filter((playbook) => playbook.type === type)

  const standard = async (
    type = "confirm_order"
  ): Promise<AdminFollowUpPlaybook> => {
    const [first] = await ofType(type)
    if (!first) {
      throw new Error(`The shop has no playbook of the type ${type}`)
    }
    return first
  }

  const create = async (
    name: string,
    set: Partial<PlaybookDefinition> = {},
    type = "confirm_order"
  ): Promise<AdminFollowUpPlaybook> => {
    const { definition } = await standard(type)
    const { body } = await shop
      .post(PLAYBOOKS, { name, type, definition: { ...definition, ...set } })
      .expect(200)
    return body.playbook
  }

  const update = async (
    id: string,
    fields: object
  ): Promise<AdminFollowUpPlaybook> =>
    (await shop.post(`${PLAYBOOKS}/${id}`, fields).expect(200)).body.playbook

  const order = (ids: string[], type = "confirm_order") =>
    shop.post(`${PLAYBOOKS}/order`, { type, ids })

  return { list, ofType, standard, create, update, order }
}
