import { until } from "../../shop/until"
import type { Load, Sent } from "./load"
import type { StoreProcess } from "./store-process"

/**
 * What holds once all unanswered requests were sent again and the reconciler
 * has walked: one task for each order, every answered command once.
 *
 * @param least - how much must have been done for that to mean something
 */
export function itLostAndDoubledNothing(
  store: () => StoreProcess,
  loads: () => Load[],
  least: { orders: number; notes: number }
): void {
  const sent = (): Sent[] => loads().flatMap((load) => load.sent)
  const ordered = () => loads().flatMap((load) => load.ordered)

  /** Commands of a kind that were answered as done. */
  const done = (kind: string) =>
    sent()
      .filter((sent) => sent.kind === kind && sent.status === 200)
      .map(({ key, task_id }) => ({ key, task_id }))

  it("took orders and commands, and answered each or refused it", () => {
    expect(ordered().length).toBeGreaterThanOrEqual(least.orders)
    expect(done("notes").length).toBeGreaterThanOrEqual(least.notes)
    const strange = sent().filter(
      ({ status = 0 }) => ![200, 400].includes(status)
    )
    expect(strange).toEqual([])
  })

  it("has one task for each order, opened once", async () => {
    const orders = await store().rows<{
      id: string
      has_cart: boolean
      tasks: number
    }>(
      `select "order".id,
              exists (
                select from order_cart where order_id = "order".id
              ) as has_cart,
              count(task.id)::int as tasks
         from "order"
         left join follow_up_task as task on task.order_id = "order".id
        where "order".deleted_at is null
        group by "order".id`
    )
    expect(orders.map(({ id }) => id)).toEqual(
      expect.arrayContaining(ordered())
    )
    // Medusa itself leaves an order without a cart if it is killed between the
    // two; the shopper completes the cart again, which makes another order.
    expect(
      orders.filter(({ has_cart, tasks }) =>
        has_cart ? tasks !== 1 : tasks > 1
      )
    ).toEqual([])
    expect(
      await store().rows(
        `select task.id
           from follow_up_task as task
          where (select count(*) from follow_up_activity
                  where task_id = task.id and kind = 'opened') <> 1`
      )
    ).toEqual([])
  })

  it("has every answered command exactly once", async () => {
    const left = async (statement: string) =>
      await store().rows<{ key: string; task_id: string }>(statement)
    // The note of a completion that comes second is kept as a note.
    const noted = await left(
      `select data->>'note' as key, task_id from follow_up_activity
        where kind in ('noted', 'completed')`
    )
    // An offer that somebody answers for the customer is an attempt without a
    // note, one for each task of the call.
    const attempted = await left(
      `select note as key, task_id from follow_up_attempt
        where note is not null`
    )
    expect(
      await left(
        `select task_id from follow_up_attempt where note is null
          group by task_id having count(*) > 1`
      )
    ).toEqual([])
    const inOrder = (all: { key: string; task_id: string }[]) =>
      [...all].sort((a, b) => (a.key < b.key ? -1 : 1))
    expect(inOrder(noted)).toEqual(
      inOrder([...done("notes"), ...done("complete")])
    )
    expect(inOrder(attempted)).toEqual(inOrder(done("attempts")))
    // Those of settlements are the plugin's own.
    expect(
      inOrder(
        await left(
          `select key, task_id from follow_up_command_key
            where key not like 'shset\\_%'`
        )
      )
    ).toEqual(inOrder(["claim", "notes", "attempts", "complete"].flatMap(done)))
  })

  it("has every completed task completed once, by one of those who did so", async () => {
    const completed = await store().rows<{ task_id: string; keys: string[] }>(
      `select task_id, array_agg(data->>'note') as keys
         from follow_up_activity
        where kind = 'completed'
        group by task_id`
    )
    const tasks = new Set(done("complete").map(({ task_id }) => task_id))
    expect(completed.map(({ task_id }) => task_id).sort()).toEqual(
      [...tasks].sort()
    )
    for (const { task_id, keys } of completed) {
      expect(keys).toHaveLength(1)
      expect(done("complete")).toContainEqual({ task_id, key: keys[0] })
    }
  })

  it("has nothing half written", async () => {
    expect(
      await store().rows(
        `select task.id, task.status
           from follow_up_task as task
           left join follow_up_timer as timer on timer.task_id = task.id
          where (task.status = 'completed') <> exists (
                  select from follow_up_activity
                   where task_id = task.id and kind = 'completed')
             or task.attempt_count <> (
                  select count(*) from follow_up_attempt
                   where task_id = task.id)
             or task.status = 'completed' and timer.task_id is not null
             or task.status = 'waiting' and timer.task_id is null`
      )
    ).toEqual([])
  })

  it("delivers everything that it had to tell", async () => {
    await until(async () => {
      const [left] = await store().rows(
        `select id from follow_up_outbox_event limit 1`
      )
      return left === undefined
    }, 100_000)
  })
}
