import { z } from "@medusajs/framework/zod"
import { agents, shoppers } from "../../../demo/seed/people"
import { type Checkout, checkOut, complete } from "../../../demo/shopper/order"
import { signIn } from "../../shop/sign-in"
import { until } from "../../shop/until"
import type { StoreProcess } from "./store-process"

type Kind = "claim" | "notes" | "attempts" | "complete"

/**
 * A command with its key; without a status as long as nothing answered it. That
 * something went wrong is no answer: it is sent again.
 */
export type Sent = {
  key: string
  kind: Kind
  task_id: string
  agent: number
  status?: number
}

/** Each shopper has a number of their own, so that each order is a call. */
let numbers = 3_000_000

/** Shoppers who order and agents who work, at the same time. */
export class Load {
  readonly sent: Sent[] = []
  /** Orders that a shopper was told about. */
  readonly ordered: string[] = []
  /** Why a shopper could not order: none but a kill is a reason. */
  readonly refusedOrders: string[] = []
  private repeated = 0
  private shoppers = 0
  private readonly carts: Checkout[] = []
  /** Carts whose completion nothing answered: shoppers try again. */
  private readonly interrupted: Checkout[] = []
  private tokens: string[] = []
  private goesOn = false
  private working: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly store: StoreProcess,
    private readonly random: () => number,
    /** Of its shoppers: Medusa refuses two carts that bring one customer. */
    private readonly name = "shopper"
  ) {}

  async signIn(): Promise<void> {
    this.tokens = await Promise.all(
      agents.map(({ email }) => signIn(this.store.url, email))
    )
  }

  async fillCarts(count: number): Promise<void> {
    const fill = async () => {
      while (this.carts.length < count) {
        this.carts.push(await this.cart())
      }
    }
    await Promise.all([fill(), fill(), fill()])
  }

  /** One order, at once. @returns its id */
  async order(): Promise<string> {
    const { id } = await complete(await this.cart())
    this.ordered.push(id)
    return id
  }

  /**
   * Lets a task wait that nobody works on: that of a new customer.
   *
   * @returns its id
   */
  async letWait(milliseconds: number): Promise<string> {
    const nth = (this.shoppers += 1)
    const { customer } = await this.answer("/admin/customers", {
      email: `${this.name}.waits.${nth}@mail.example`,
    })
    const { id } = await until(async () => {
      const [task] = await this.store.rows<{ id: string }>(
        "select id from follow_up_task where customer_id = $1",
        [z.object({ id: z.string() }).parse(customer).id]
      )
      return task
    })
    await this.answer(`/admin/follow-ups/${id}/wait`, {
      until: new Date(Date.now() + milliseconds).toISOString(),
    })
    return id
  }

  /** @throws unless it is answered with 200 */
  async answer(path: string, body?: object): Promise<Record<string, unknown>> {
    const response = await this.ask(0, path, {
      ...(body && { method: "POST", body: JSON.stringify(body) }),
    })
    const text = await response?.text()
    if (response?.status !== 200) {
      throw new Error(`${path} was answered with ${response?.status}: ${text}`)
    }
    return z.record(z.string(), z.unknown()).parse(JSON.parse(text ?? ""))
  }

  /** Begins; what the store no longer answers ends each one's work. */
  begin(): void {
    this.goesOn = true
    this.working = Promise.all([
      this.shop(),
      this.shop(),
      ...agents.map((_, agent) => this.work(agent)),
    ])
  }

  /** Waits until so many more orders were answered. */
  async untilOrdered(count: number): Promise<void> {
    const enough = this.ordered.length + count
    await until(async () => this.ordered.length >= enough, 60_000)
  }

  /** @returns when nobody sends anything any more */
  async end(): Promise<void> {
    this.goesOn = false
    await this.working
  }

  /** What was done, in one line for the log. */
  summary(): string {
    const answered = (wanted: number) =>
      this.sent.filter(({ status }) => status === wanted).length
    return `${this.ordered.length} orders answered; ${this.sent.length} commands, of which ${answered(200)} done and ${answered(400)} refused; ${this.repeated} were sent twice`
  }

  /**
   * Sends the commands that nothing answered once more, with their keys, and
   * completes the carts. Medusa may refuse a cart that was half completed.
   */
  async repeatUnanswered(): Promise<void> {
    for (const cart of this.interrupted.splice(0)) {
      await complete(cart).then(
        ({ id }) => this.ordered.push(id),
        () => undefined
      )
    }
    const unanswered = this.sent.filter(({ status }) => status === undefined)
    for (const command of unanswered) {
      await this.send(command)
    }
    this.repeated += unanswered.length
  }

  private async cart(): Promise<Checkout> {
    const { url, wares } = this.store
    const strangers = shoppers.filter(
      ({ registered, phone }) => !registered && phone
    )
    const nth = (this.shoppers += 1)
    const shopper = {
      ...this.oneOf(strangers),
      email: `${this.name}.${nth}@mail.example`,
      phone: `+38067${(numbers += 1)}`,
    }
    const variant_id = this.oneOf(wares.variant_ids)
    return await checkOut({
      url,
      shop: wares,
      shopper,
      basket: [{ variant_id, title: "ware", quantity: 1 }],
    })
  }

  private async shop(): Promise<void> {
    for (;;) {
      const cart = this.goesOn ? this.carts.pop() : undefined
      if (!cart) {
        return
      }
      try {
        this.ordered.push((await complete(cart)).id)
      } catch (error) {
        const status = statusOf(error)
        if (status === undefined) {
          this.interrupted.push(cart)
          return
        }
        if (status < 500) {
          this.refusedOrders.push(String(error))
        } else {
          this.interrupted.push(cart)
        }
      }
    }
  }

  private async work(agent: number): Promise<void> {
    while (this.goesOn) {
      const task_id = await this.aTask(agent)
      if (task_id === undefined) {
        return
      }
      const command: Sent = {
        key: `${this.name}-${agent}-${this.sent.length}-${Math.floor(this.random() * 1e9)}`,
        kind: this.oneOf(["claim", "notes", "notes", "attempts", "complete"]),
        task_id,
        agent,
      }
      this.sent.push(command)
      if (!(await this.send(command))) {
        return
      }
    }
  }

  /** One of the latest tasks; closed ones too, which take notes. */
  private async aTask(agent: number): Promise<string | undefined> {
    while (this.goesOn) {
      const response = await this.ask(
        agent,
        "/admin/follow-ups?type=confirm_order&order=-opened_at&limit=20"
      )
      if (!response) {
        return undefined
      }
      const { follow_ups = [] } = await response.json()
      if (follow_ups.length > 0) {
        return this.oneOf<{ id: string }>(follow_ups).id
      }
    }
    return undefined
  }

  /** @returns whether it was answered */
  private async send(command: Sent): Promise<boolean> {
    const { key, kind, task_id, agent } = command
    const response = await this.ask(
      agent,
      `/admin/follow-ups/${task_id}/${kind}`,
      {
        method: "POST",
        headers: { "Idempotency-Key": key },
        body: JSON.stringify(bodyOf(kind, key)),
      }
    )
    if (response && response.status < 500) {
      command.status = response.status
    }
    return response !== undefined
  }

  /** @returns undefined if the store was killed before its answer was here */
  private async ask(
    agent: number,
    path: string,
    { headers, ...init }: RequestInit = {}
  ): Promise<Response | undefined> {
    try {
      const response = await fetch(`${this.store.url}${path}`, {
        ...init,
        headers: {
          Authorization: `Bearer ${this.tokens[agent]}`,
          "Content-Type": "application/json",
          ...headers,
        },
      })
      return new Response(await response.text(), { status: response.status })
    } catch {
      return undefined
    }
  }

  private oneOf<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.random() * items.length)]
    if (item === undefined) {
      throw new Error("There is nothing to choose from")
    }
    return item
  }
}

/** The key is the note, so that a command is found by what it left. */
function bodyOf(kind: Kind, key: string): object {
  switch (kind) {
    case "claim":
      return {}
    case "notes":
      return { note: key }
    case "attempts":
      return { channel: "phone", outcome: "no_answer", note: key }
    case "complete":
      return { outcome: "confirmed", note: key }
  }
}

/** Medusa's client gives its errors the status of the answer. */
function statusOf(error: unknown): number | undefined {
  const parsed = z.object({ status: z.number() }).safeParse(error)
  return parsed.data?.status
}
