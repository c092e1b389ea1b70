import {
  ContainerRegistrationKeys,
  toMikroOrmEntities,
} from "@medusajs/framework/utils"
import {
  moduleIntegrationTestRunner,
  TestDatabaseUtils,
} from "@medusajs/test-utils"
import { join } from "node:path"
import { FOLLOW_UP_MODULE } from "../../src/modules/follow-up"
import Activity from "../../src/modules/follow-up/models/activity"
import Attempt from "../../src/modules/follow-up/models/attempt"
import BusinessCalendar from "../../src/modules/follow-up/models/business-calendar"
import CalendarBinding from "../../src/modules/follow-up/models/calendar-binding"
import CalendarVersion from "../../src/modules/follow-up/models/calendar-version"
import CannedAnswer from "../../src/modules/follow-up/models/canned-answer"
import CommandKey from "../../src/modules/follow-up/models/command-key"
import OutboxEvent from "../../src/modules/follow-up/models/outbox-event"
import Playbook from "../../src/modules/follow-up/models/playbook"
import PlaybookVersion from "../../src/modules/follow-up/models/playbook-version"
import RuleChange from "../../src/modules/follow-up/models/rule-change"
import SharedContact from "../../src/modules/follow-up/models/shared-contact"
import TaskModel from "../../src/modules/follow-up/models/task"
import Timer from "../../src/modules/follow-up/models/timer"
import FailedRecord from "../../src/modules/follow-up/models/failed-record"
import Watermark from "../../src/modules/follow-up/models/watermark"
import type { FollowUpOptions } from "../../src/modules/follow-up/options/options"
import type FollowUpModuleService from "../../src/modules/follow-up/service"

const MODULE_PATH = join(__dirname, "../../src/modules/follow-up")

export const MIGRATIONS = join(MODULE_PATH, "migrations")

const MODELS = [
  Activity,
  Attempt,
  BusinessCalendar,
  CalendarBinding,
  CalendarVersion,
  CannedAnswer,
  CommandKey,
  OutboxEvent,
  Playbook,
  PlaybookVersion,
  RuleChange,
  SharedContact,
  TaskModel,
  Timer,
  FailedRecord,
  Watermark,
]

/** The module's migrated tables, in a database of this name. */
export function databaseOf(name: string) {
  return TestDatabaseUtils.getMikroOrmWrapper({
    mikroOrmEntities: toMikroOrmEntities(MODELS),
    pathToMigrations: MIGRATIONS,
    clientUrl: TestDatabaseUtils.getDatabaseURL(name),
  })
}

/**
 * An interrupted run leaves its tables behind, and if there are tables, the
 * migrations do not run.
 */
export async function clear(name: string): Promise<void> {
  const database = databaseOf(name)
  await database.setupDatabase()
  await database.clearDatabase()
}

export const DATABASE = "follow-ups-modules"

type Suite = Parameters<
  Parameters<
    typeof moduleIntegrationTestRunner<FollowUpModuleService>
  >[0]["testSuite"]
>[0] & {
  /** The errors that the module has logged during this test. */
  errors: string[]
}

jest.setTimeout(180_000)

/** Long enough for a slow machine: what is refused as busy has its own tests. */
const PATIENT = { lock_timeout_ms: 20_000, statement_timeout_ms: 30_000 }

/**
 * Runs tests against the module on a real database, migrated afresh for each.
 *
 * @param beforeStart - runs before each test, once the database is migrated
 */
export function describeModule(
  title: string,
  tests: (suite: Suite) => void,
  options: FollowUpOptions = {},
  beforeStart?: () => Promise<void>
): void {
  const errors: string[] = []
  const logger = {
    ...console,
    error: (message: string) => void errors.push(message),
  }
  beforeAll(() => clear(DATABASE))
  moduleIntegrationTestRunner<FollowUpModuleService>({
    dbName: DATABASE,
    moduleName: FOLLOW_UP_MODULE,
    resolve: MODULE_PATH,
    pathToMigrations: MIGRATIONS,
    moduleModels: MODELS,
    moduleOptions: {
      calendar: { time_zone: "Europe/Kyiv" },
      default_country: "ua",
      limits: PATIENT,
      ...options,
    },
    injectedDependencies: { [ContainerRegistrationKeys.LOGGER]: logger },
    hooks: { beforeModuleInit: beforeStart },
    testSuite: (suite) => {
      beforeEach(() => void errors.splice(0))
      describe(title, () => tests({ ...suite, errors }))
    },
  })
}
