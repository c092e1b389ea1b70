import type { AdminFollowUp } from "../../../src/api/admin/follow-ups/types"
import { placeOrder, taskOf } from "../../shop/place-order"
import { somebody } from "../../shop/purchase"
import type { Agent, TestShop } from "../../shop/test-shop"
import { until } from "../../shop/until"
import { withoutEvents } from "../../shop/without-events"

export function deletedUsers(shop: TestShop): void {
  const claimedBy = async (
    agent: Agent,
    who: Parameters<typeof placeOrder>[1] = {}
  ): Promise<AdminFollowUp> => {
    const { id } = await placeOrder(shop, who)
    const task = await taskOf(shop, id)
    await shop.post(`/admin/follow-ups/${task.id}/claim`, {}, agent).expect(200)
    return task
  }

  const isNobodys = async ({ order_id }: AdminFollowUp) =>
    (await taskOf(shop, order_id ?? "")).assignee === null

  const remove = ({ id }: Agent) => shop.delete(`/admin/users/${id}`)

  it("leave their open tasks to nobody, and the history says why", async () => {
    const [gone, stays] = [shop.agent(2), shop.agent(1)]
    const task = await claimedBy(gone)
    const other = await claimedBy(stays, somebody(1))
    await remove(gone).expect(200)
    await until(() => isNobodys(task))

    const { body } = await shop.get(`/admin/follow-ups/${task.id}`).expect(200)
    expect(body.activities[0]).toMatchObject({
      kind: "assigned",
      actor: null,
      data: { assignee: null, user_deleted: true },
    })
    expect(await taskOf(shop, other.order_id ?? "")).toMatchObject({
      assignee: { id: stays.id },
    })
  })

  it("keep what they completed", async () => {
    const gone = shop.agent(2)
    const task = await claimedBy(gone)
    await shop
      .post(
        `/admin/follow-ups/${task.id}/complete`,
        { outcome: "unreachable" },
        gone
      )
      .expect(200)
    await remove(gone).expect(200)
    await shop.settle()
    await shop.reconcile()

    expect(await taskOf(shop, task.order_id ?? "")).toMatchObject({
      status: "completed",
      assignee: { id: gone.id },
    })
  })

  it("are noticed by the reconciler where the event was lost", async () => {
    const gone = shop.agent(2)
    const task = await claimedBy(gone)
    await withoutEvents(shop, () => remove(gone).expect(200))
    expect(await isNobodys(task)).toBe(false)
    await shop.reconcile()

    expect(await isNobodys(task)).toBe(true)
  })
}
