import type { CustomerFacts } from "../plan-customer"
import {
  type AddressFacts,
  type OrderFacts,
  type Plan,
  planOrder,
} from "../plan-order"
import type { Task } from "../task"
import { aTaskOpenedAt, monday } from "./task-fixture"
import { TaskInMemory } from "./task-in-memory"

export function anAddress(facts: Partial<AddressFacts> = {}): AddressFacts {
  return {
    first_name: "Олена",
    last_name: "Коваленко",
    phone: "067 123 45 67",
    country_code: "ua",
    ...facts,
  }
}

/** Olena's order 1042 with a number in its shipping address, Monday 09:00. */
export function anOrder(facts: Partial<OrderFacts> = {}): OrderFacts {
  return {
    id: "order_1",
    display_id: 1042,
    created_at: monday("09:00"),
    updated_at: monday("09:00"),
    canceled_at: null,
    is_draft: false,
    is_over: false,
    came_from_cart: true,
    email: "olena@mail.example",
    currency_code: "uah",
    total: 2398,
    customer: { id: "cus_1", first_name: null, last_name: null, phone: null },
    shipping_address: anAddress(),
    billing_address: null,
    ...facts,
  }
}

export function anOrderWithoutNumber(
  facts: Partial<OrderFacts> = {}
): OrderFacts {
  return anOrder({ shipping_address: anAddress({ phone: null }), ...facts })
}

/** Olena, who has registered without a phone number. */
export function aCustomer(facts: Partial<CustomerFacts> = {}): CustomerFacts {
  return {
    id: "cus_1",
    created_at: monday("09:00"),
    is_guest: false,
    email: "olena@mail.example",
    first_name: "Олена",
    last_name: "Коваленко",
    phone: null,
    addresses: [],
    ...facts,
  }
}

/** The tasks that plans are made from and carried out on. */
export class TasksInMemory {
  private readonly desks: TaskInMemory[] = []

  constructor(private readonly default_country: string | null = null) {}

  get all(): Task[] {
    return this.desks.map(({ task }) => task)
  }

  ofType(type: string): TaskInMemory {
    const found = this.desks.find(({ task }) => task.type === type)
    if (!found) {
      throw new Error(`There is no ${type} task`)
    }
    return found
  }

  /** @returns what it did: the types of what it opened, and what it wrote */
  carryOut({ open, commands }: Plan, now: Date): string[] {
    const done: string[] = []
    for (const { task_id, command } of commands) {
      const desk = this.desks.find(({ task }) => task.id === task_id)
      const { activities } = desk?.run(command, now, null) ?? {}
      done.push(...(activities ?? []).map(({ kind }) => kind))
    }
    for (const request of open) {
      if (
        this.all.some(({ dedupe_key }) => dedupe_key === request.dedupe_key)
      ) {
        continue
      }
      const id = `futask_${this.desks.length + 1}`
      const task = aTaskOpenedAt(request.opened_at, { ...request, id })
      this.desks.push(new TaskInMemory(task, undefined, this.default_country))
      done.push(`opened ${request.type}`)
    }
    return done
  }
}

/** The plugin's first start, before Olena's order. */
export const FIRST_START = monday("08:00")

/** A shop that follows one order. */
export class Shop {
  readonly tasks: TasksInMemory

  constructor(private readonly default_country: string | null = "ua") {
    this.tasks = new TasksInMemory(default_country)
  }

  follow(order: OrderFacts | null, now = monday("09:01")): string[] {
    const plan = planOrder(
      order,
      this.tasks.all.filter(({ order_id }) => order_id !== null),
      this.tasks.all.filter(({ order_id }) => order_id === null),
      FIRST_START,
      this.default_country,
      now
    )
    return this.tasks.carryOut(plan, now)
  }
}
