import { contactOf } from "../../contact/contact-of-order"
import type { Command } from "../../task/decide/command"
import { isCallable } from "../../contact/phone"
import type { Plan, Planning } from "../plan"
import { contactOfCustomer } from "../../contact/contact-of-customer"
import { planCustomer } from "../plan-customer"
import { type CustomerFacts } from "../../../../shop/customers"
import { planOrder } from "../plan-order"
import { type AddressFacts, type OrderFacts } from "../../../../shop/orders"
import { personFacts, type PersonRow } from "../../../../shop/people"
import {
  factsWithoutOrder,
  someFacts,
} from "../../rules/playbooks/__tests__/condition-facts-fixture"
import type { ConditionFacts } from "../../../../shop/condition-facts"
import { DEFAULT_PLAYBOOKS, PLUGIN_DESK } from "../../__tests__/plugin-desk"
import {
  PLAIN_PLAYBOOK,
  type PlaybookDefinition,
} from "../../../../desk/playbook"
import type { OpeningFacts } from "../opening-facts"
import type { Playbook } from "../../rules/playbooks/playbook"
import type { SafetyFacts } from "../safe-orders"
import type { Task } from "../../task/task"
import { aTaskOpenedAt, monday } from "../../task/__tests__/task-fixture"
import { TaskInMemory } from "../../task/__tests__/task-in-memory"

const olena = { first_name: "Олена", last_name: "Коваленко" }

export function anAddress(
  typed: PersonRow & Pick<Partial<AddressFacts>, "country_code"> = {}
): AddressFacts {
  const { country_code = "ua" } = typed
  return {
    ...personFacts({ ...olena, phone: "067 123 45 67", ...typed }),
    country_code,
    is_complete: true,
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
    over: null,
    came_from_cart: true,
    sales_channel_id: "sc_web",
    region_id: "reg_ua",
    shipping_options: ["so_courier"],
    locale: "uk-UA",
    customer_comment: null,
    email: "olena@mail.example",
    currency_code: "uah",
    total: 2398,
    customer: { id: "cus_1", ...personFacts({}) },
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
export function aCustomer({
  first_name = olena.first_name,
  last_name = olena.last_name,
  ...facts
}: Partial<CustomerFacts> & PersonRow = {}): CustomerFacts {
  return {
    id: "cus_1",
    created_at: monday("09:00"),
    is_guest: false,
    email: "olena@mail.example",
    ...personFacts({ first_name, last_name }),
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
  applyPlan({ open, commands }: Plan, now: Date): string[] {
    const done: string[] = []
    for (const { task_id, command } of commands) {
      const desk = this.desks.find(({ task }) => task.id === task_id)
      const { activities } = desk?.run(command, now, null) ?? {}
      done.push(...(activities ?? []).map(({ kind }) => kind))
    }
    for (const request of open) {
      if (
        !this.all.some(({ dedupe_key }) => dedupe_key === request.dedupe_key)
      ) {
        this.open(request)
        done.push(`opened ${request.type}`)
      }
    }
    return done
  }

  /** What a person does, with the tasks that it opens. */
  runAndOpen(type: string, command: Command, now: Date): void {
    const { open = [] } = this.ofType(type).run(command, now)
    open.forEach((request) => this.open(request))
  }

  open(facts: Partial<Task>): void {
    const id = `futask_${this.desks.length + 1}`
    const task = aTaskOpenedAt(facts.opened_at ?? monday("09:00"), {
      ...facts,
      id,
    })
    this.desks.push(new TaskInMemory(task, undefined, this.default_country))
  }

  /** Goes on with the tasks of another shop. */
  adopt(others: TasksInMemory): void {
    this.desks.push(...others.desks)
  }
}

/** The plugin's first start, before Olena's order. */
export const FIRST_START = monday("08:00")

/** A playbook of a type, as it comes; for other types one that is plain. */
export function aPlaybook(
  type: string,
  definition: Partial<PlaybookDefinition> = {},
  facts: Partial<Playbook> = {}
): Playbook {
  return {
    id: type,
    version: 1,
    type,
    name: type,
    enabled: true,
    position: 0,
    is_seeded: true,
    is_edited: false,
    definition: {
      ...(DEFAULT_PLAYBOOKS[type] ?? PLAIN_PLAYBOOK),
      ...definition,
    },
    ...facts,
  }
}

export const DEFAULT_BOOK = {
  playbooks: [aPlaybook("confirm_order"), aPlaybook("complete_contact")],
}

/** What plans are made under at 09:01, before anything was looked at. */
export function aPlanning(facts: Partial<Planning> = {}): Planning {
  return {
    book: DEFAULT_BOOK,
    default_country: null,
    types: PLUGIN_DESK.types,
    first_start: FIRST_START,
    looked_at_before: FIRST_START,
    now: monday("09:01"),
    ...facts,
  }
}

const ALL_IN_ORDER: SafetyFacts = {
  paid: true,
  complete_address: true,
  in_stock: true,
  trouble: [],
}

/** What conditions would find of an order, some of it as a test says. */
export function openingFacts(
  order: OrderFacts,
  tasks: Task[],
  default_country: string | null,
  conditions: Partial<ConditionFacts> = {},
  safety: Partial<SafetyFacts> = {}
): OpeningFacts {
  const { phone, country_code } = contactOf(order, tasks, {
    default_country,
    types: PLUGIN_DESK.types,
  })
  return {
    conditions: someFacts({
      order_total: order.total,
      currency: order.currency_code,
      has_phone: isCallable(phone, country_code ?? default_country),
      ...conditions,
    }),
    extensionAnswers: new Map(),
    stock_location_id: "sloc_kyiv",
    safety: { ...ALL_IN_ORDER, ...safety },
  }
}

/** A shop that follows one order. */
export class Shop {
  readonly tasks: TasksInMemory
  /** What conditions find, beside what follows from the order. */
  conditions: Partial<ConditionFacts> = {}
  safety: Partial<SafetyFacts> = {}

  constructor(
    private readonly default_country: string | null = "ua",
    private readonly planning: Partial<Planning> = {}
  ) {
    this.tasks = new TasksInMemory(default_country)
  }

  follow(order: OrderFacts | null, now = monday("09:01")): string[] {
    return this.tasks.applyPlan(this.plan(order, now), now)
  }

  plan(order: OrderFacts | null, now = monday("09:01")): Plan {
    const { default_country } = this
    const tasks = this.tasks.all.filter(({ order_id }) => order_id !== null)
    return planOrder(
      {
        order,
        tasks,
        customerTasks: this.tasks.all.filter(
          ({ order_id }) => order_id === null
        ),
        facts:
          order &&
          openingFacts(
            order,
            tasks,
            default_country,
            this.conditions,
            this.safety
          ),
      },
      aPlanning({ ...this.planning, default_country, now })
    )
  }
}

/** A shop that follows one customer. */
export class CustomerDesk {
  readonly tasks: TasksInMemory

  constructor(
    private readonly default_country: string | null = null,
    private readonly planning: Partial<Planning> = {}
  ) {
    this.tasks = new TasksInMemory(default_country)
  }

  follow(
    customer: CustomerFacts | null,
    { announced = false, now = monday("09:01") } = {}
  ): string[] {
    const { default_country } = this
    const tasks = this.tasks.all
    const plan = planCustomer(
      {
        customer,
        tasks,
        announced,
        facts: customer && this.facts(customer, tasks),
      },
      aPlanning({ ...this.planning, default_country, now })
    )
    return this.tasks.applyPlan(plan, now)
  }

  private facts(customer: CustomerFacts, tasks: Task[]): OpeningFacts {
    const { phone, country_code } = contactOfCustomer(customer, tasks, {
      default_country: this.default_country,
      types: PLUGIN_DESK.types,
    })
    const country = country_code ?? this.default_country
    return {
      conditions: factsWithoutOrder({ has_phone: isCallable(phone, country) }),
      extensionAnswers: new Map(),
      stock_location_id: null,
      safety: null,
    }
  }
}
