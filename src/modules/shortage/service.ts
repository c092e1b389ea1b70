import type { DAL, Logger } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import { DEFAULT_LIMITS, type DatabaseLimits } from "../../postgres/limits"
import { moduleConnection } from "../../postgres/module-connection"
import { refuseUnstorable } from "../../refusals"
import AnnouncementModel from "./models/announcement"
import Dirty from "./models/dirty"
import Item from "./models/item"
import Line from "./models/line"
import Order from "./models/order"
import Report from "./models/report"
import SettlementModel from "./models/settlement"
import WatermarkModel from "./models/watermark"
import {
  insertAnnouncement,
  selectAnnouncements,
} from "./noticing/announcements"
import { forgetDirty, markDirty, takeDirty } from "./noticing/dirty"
import {
  beginRun,
  countShortLines,
  selectDrift,
  selectLastEnd,
  selectShortLines,
  takeLinesToCheck,
  writeFound,
} from "./noticing/lines"
import {
  markSynced,
  markToSync,
  moveCursor,
  readCursor,
  readVersion,
  selectOrdersToSync,
} from "./noticing/orders"
import { endReports, insertReport, selectReported } from "./noticing/reports"
import {
  insertSettlement,
  noteSettlement,
  selectSettlements,
  takeUnfinished,
} from "./settlement/settlements"
import { watermarks } from "./tables"

/** The follow-up module checks the same options, and names what is wrong. */
const optionsSchema = z.object({
  limits: z
    .object({ lock_timeout_ms: z.number(), statement_timeout_ms: z.number() })
    .partial()
    .catch({})
    .default({}),
})

/** What is short in a shop. Change it through the workflows. */
class ShortageModuleService extends MedusaService({
  ShortageLine: Line,
  ShortageOrder: Order,
  ShortageItem: Item,
  ShortageDirty: Dirty,
  ShortageReport: Report,
  ShortageAnnouncement: AnnouncementModel,
  ShortageSettlement: SettlementModel,
  ShortageWatermark: WatermarkModel,
}) {
  /** Set by Medusa's own constructor, but missing from its types. */
  declare protected readonly baseRepository_: DAL.RepositoryService
  private readonly limits_: DatabaseLimits
  private readonly database_ = moduleConnection(
    () => this.baseRepository_,
    () => this.limits_
  )
  private readonly asked_ = this.database_.checked((argument) =>
    refuseUnstorable(argument)
  )

  constructor(container: { logger: Logger }, options?: unknown) {
    super(container, options)
    const { limits } = optionsSchema.parse(options ?? {})
    // What is computed together is written together: one connection is enough,
    // with those of the desk.
    this.limits_ = { ...DEFAULT_LIMITS, ...limits, connections: 1 }
    this.database_.limitGenerated(this)
  }

  private readonly markFirstStart_ = this.database_.transactional(
    (sql, now: Date) => watermarks.start(sql, "first_start", now, now)
  )
  private firstStart_: Date | undefined

  /** When shortages were first noticed here. */
  async markFirstStart(now: Date): Promise<Date> {
    return (this.firstStart_ ??= await this.markFirstStart_(now))
  }

  // What is dirty.

  readonly markDirty = this.database_.transactional(markDirty)
  readonly takeDirty = this.database_.transactional(takeDirty)
  readonly forgetDirty = this.database_.transactional(forgetDirty)

  // What is short.

  readonly beginRun = this.database_.transactional(beginRun)
  readonly writeFound = this.database_.transactional(writeFound)
  readonly listShortLines = this.asked_.transactional(selectShortLines)
  readonly countShortLines = this.asked_.transactional(countShortLines)
  readonly takeLinesToCheck = this.database_.transactional(takeLinesToCheck)
  readonly readDrift = this.database_.transactional(selectDrift)
  readonly readLastEnd = this.database_.transactional(selectLastEnd)

  // The orders' tasks.

  readonly listOrdersToSync = this.database_.transactional(selectOrdersToSync)
  readonly readVersion = this.database_.transactional(readVersion)
  readonly markSynced = this.database_.transactional(markSynced)
  readonly markToSync = this.database_.transactional(markToSync)
  readonly readCursor = this.database_.transactional(readCursor)
  readonly moveCursor = this.database_.transactional(moveCursor)

  // What was agreed.

  readonly beginSettlement = this.asked_.transactional(insertSettlement)
  readonly noteSettlement = this.database_.transactional(noteSettlement)
  readonly takeUnfinished = this.database_.transactional(takeUnfinished)
  readonly readSettlements = this.database_.transactional(selectSettlements)

  // What people say.

  readonly keepReport = this.asked_.transactional(insertReport)
  readonly readReported = this.database_.transactional(selectReported)
  readonly endReports = this.database_.transactional(endReports)
  readonly keepAnnouncement = this.asked_.transactional(insertAnnouncement)
  readonly readAnnouncements = this.database_.transactional(selectAnnouncements)
}

export default ShortageModuleService
