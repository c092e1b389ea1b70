import {
  medusaIntegrationTestRunner,
  TestDatabaseUtils,
} from "@medusajs/test-utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { asValue } from "@medusajs/framework/awilix"
import { WorkflowScheduler } from "@medusajs/framework/orchestration"
import { join } from "node:path"
import request, { type Test } from "supertest"
import { agents } from "../../demo/seed/people"
import { seedAgents } from "../../demo/seed/agents"
import { seedLocation } from "../../demo/seed/location"
import { seedProducts } from "../../demo/seed/products"
import { seedRegions } from "../../demo/seed/regions"
import { seedShipping } from "../../demo/seed/shipping"
import { seedStore } from "../../demo/seed/store"
import type { SeededShop } from "../../demo/seed"
import type { Checkout } from "../../demo/shopper/order"
import { FOLLOW_UP_MODULE } from "../../src/modules/follow-up"
import type FollowUpModuleService from "../../src/modules/follow-up/service"
import { FOLLOW_UP_CLOCK } from "../../src/clock"
import {
  FOLLOW_UP_PATIENCE,
  type Patience,
} from "../../src/workflows/desk/patience"
import {
  fireDueTimersWorkflow,
  syncOrdersWorkflow,
  reconcileWorkflow,
} from "../../src/workflows"
import { COURIER_SECRET } from "./courier"
import { MovableClock } from "./movable-clock"
import { purchaseIn } from "./purchase"
import { ReadyCarts } from "./ready-carts"
import { signIn } from "./sign-in"
import { Subscribers } from "./subscribers"

export type Agent = { id: string; token: string; name: string }

let addresses = 0

/** A real Medusa with a seeded shop, for one file of tests. */
export class TestShop {
  readonly clock = new MovableClock()
  readonly carts = new ReadyCarts()
  private readonly subscribers = new Subscribers()
  private seeded: SeededShop | undefined
  private signedIn: Agent[] = []
  private address = ""
  private templates = 0

  constructor(
    private readonly api: { defaults: { baseURL?: string } },
    private readonly getContainer: () => MedusaContainer,
    private readonly databaseName: string,
    private readonly waitWorkflowExecutions: () => Promise<void>
  ) {}

  get container(): MedusaContainer {
    return this.getContainer()
  }

  get followUp(): FollowUpModuleService {
    return this.container.resolve(FOLLOW_UP_MODULE)
  }

  get url(): string {
    return this.api.defaults.baseURL ?? ""
  }

  /** The requests of a customer, from the address of this test. */
  get customer() {
    return request.agent(this.url).set("X-Forwarded-For", this.address)
  }

  /** Requests from one address are counted: those of two tests are not one's. */
  moveCustomer(): void {
    this.address = `2001:db8::${(addresses += 1).toString(16)}`
  }

  get wares(): SeededShop {
    if (!this.seeded) {
      throw new Error("The shop has not been seeded")
    }
    return this.seeded
  }

  /** The first of three agents is the owner. */
  agent(index = 0): Agent {
    const agent = this.signedIn[index]
    if (!agent) {
      throw new Error(`There is no agent ${index}`)
    }
    return agent
  }

  get(path: string, agent = this.agent()): Test {
    return request(this.url)
      .get(path)
      .set("Authorization", `Bearer ${agent.token}`)
  }

  post(path: string, body: object = {}, agent = this.agent()): Test {
    return request(this.url)
      .post(path)
      .set("Authorization", `Bearer ${agent.token}`)
      .send(body)
  }

  delete(path: string, agent = this.agent()): Test {
    return request(this.url)
      .delete(path)
      .set("Authorization", `Bearer ${agent.token}`)
  }

  /** Syncs an order, as an event of the order would. */
  async follow(order_id: string): Promise<void> {
    await syncOrdersWorkflow(this.container).run({
      input: { order_ids: [order_id] },
    })
  }

  async reconcile(): Promise<void> {
    await reconcileWorkflow(this.container).run({ input: {} })
  }

  async tick(): Promise<void> {
    await fireDueTimersWorkflow(this.container).run({ input: {} })
  }

  /**
   * For this test only. Omitted values are as in production, but nothing waits
   * for further orders, and no instance ticks by itself: timers and the
   * reconciler run only when a test calls them.
   */
  waitNoLongerThan(patience: Partial<Patience>): void {
    this.container.register(
      FOLLOW_UP_PATIENCE,
      asValue({ scheduler_ms: Infinity, gather_ms: 0, ...patience })
    )
  }

  /** Waits until no event is in flight. */
  async settle(): Promise<void> {
    await this.waitWorkflowExecutions()
    await this.subscribers.rest(this.container)
  }

  /**
   * For the tests of one `describe` with the same preparation, which runs once
   * and is restored for each test.
   */
  preparedOnce<Prepared>(prepare: () => Promise<Prepared>): () => Prepared {
    const { databaseName } = this
    const templateName = `${databaseName}-prepared-${(this.templates += 1)}`
    const database = TestDatabaseUtils.dbTestUtilFactory()
    let prepared: { value: Prepared; carts: ReadonlySet<Checkout> } | undefined
    beforeEach(async () => {
      if (prepared) {
        await database.restore({ databaseName, templateName })
        this.carts.putBack(prepared.carts)
        await this.followUp.forgetRules()
        return
      }
      const value = await prepare()
      prepared = { value, carts: this.carts.remember() }
      await this.settle()
      await database.snapshot({ databaseName, templateName })
    })
    afterAll(() => database.dropTemplate(templateName))
    return () => {
      if (!prepared) {
        throw new Error("Nothing has been prepared yet")
      }
      return prepared.value
    }
  }

  async salesChannelId(): Promise<string> {
    const { body } = await this.get("/admin/sales-channels").expect(200)
    return body.sales_channels[0].id
  }

  async seed(): Promise<void> {
    const { container } = this
    this.waitNoLongerThan({})
    await new WorkflowScheduler().clear()
    container.register(FOLLOW_UP_CLOCK, asValue(this.clock))
    this.subscribers.watch(container)
    const { sales_channel_id, publishable_key } = await seedStore(container)
    const regions = await seedRegions(container)
    const location_id = await seedLocation(container, sales_channel_id)
    const shipping_profile_id = await seedShipping(
      container,
      location_id,
      regions
    )
    const variant_ids = await seedProducts(container, {
      sales_channel_id,
      shipping_profile_id,
      location_id,
    })
    await seedAgents(container)
    this.seeded = {
      publishable_key,
      regions,
      region_id: regions.ua,
      variant_ids,
    }
    this.signedIn = await Promise.all(
      agents.map(({ email }) => this.signIn(email))
    )
  }

  /**
   * As many of Olena's carts as one test completes, and one without her number.
   *
   * @param quantities - of kettles in further ones of hers
   */
  async fillCarts(quantities: readonly number[]): Promise<void> {
    for (const who of [{}, {}, {}, { phone: undefined }]) {
      await this.carts.fill(purchaseIn(this, who))
    }
    for (const quantity of quantities) {
      await this.carts.fill(purchaseIn(this, {}, { quantity }))
    }
  }

  private async signIn(email: string): Promise<Agent> {
    const token = await signIn(this.url, email)
    const me = await request(this.url)
      .get("/admin/users/me")
      .set("Authorization", `Bearer ${token}`)
      .expect(200)
    const { id, first_name, last_name } = me.body.user
    return { id, token, name: `${first_name} ${last_name}` }
  }
}

/**
 * Runs tests against a real Medusa with a database of its own, which is
 * restored to the freshly seeded shop before each test.
 *
 * @param readyCarts pays off if many tests place orders; the quantities of those
 * with more than one kettle
 * @param hours for tests that go some minutes back from a limit: before the
 * first limit of a day, that would be the evening before
 */
export function describeShop(
  title: string,
  tests: (shop: TestShop) => void,
  {
    readyCarts = false,
    hours = "desk",
  }: {
    readyCarts?: boolean | readonly number[]
    hours?: "desk" | "always"
  } = {}
): void {
  // The runner reads the configuration before it sets its own `env`.
  process.env.SHOP_HOURS = hours
  process.env.SMS_PROVIDER = join(__dirname, "sms-provider.ts")
  process.env.CARD_PROVIDER = join(__dirname, "card-provider.ts")
  process.env.COURIER_SECRET = COURIER_SECRET
  medusaIntegrationTestRunner({
    inApp: true,
    cwd: join(__dirname, "../.."),
    env: {
      JWT_SECRET: "test",
      COOKIE_SECRET: "test",
      MEDUSA_TELEMETRY_DISABLED: "1",
    },
    testSuite: ({ api, getContainer, dbConfig, utils }) => {
      const shop = new TestShop(api, getContainer, dbConfig.dbName, () =>
        utils.waitWorkflowExecutions()
      )
      beforeAll(async () => {
        await shop.seed()
        if (readyCarts) {
          await shop.fillCarts(readyCarts === true ? [] : readyCarts)
        }
      })
      beforeEach(async () => {
        // A job that ran while the others were cleared has come back.
        await new WorkflowScheduler().clear()
        shop.clock.runFreely()
        shop.waitNoLongerThan({})
        shop.carts.putBack()
        shop.moveCustomer()
        // The database was restored while the shop was running.
        await shop.followUp.forgetRules()
      })
      // Anything still running would write into the next test's database.
      afterEach(async () => await shop.settle())
      describe(title, () => tests(shop))
    },
  })
}
