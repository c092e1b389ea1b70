import type { DAL, Logger } from "@medusajs/framework/types"
import { MedusaService } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import {
  DEFAULT_LIMITS,
  type DatabaseLimits,
  givenLimits,
} from "../../postgres/limits"
import { moduleConnection } from "../../postgres/module-connection"
import { Refusal, refuseUnstorable } from "../../refusals"
import { markedSchema } from "../../desk/marked-attributes"
import {
  countAnswers,
  insertAnswers,
  selectRefused,
  selectPairs,
} from "./choosing/answers"
import { replacePins, selectAllPins, selectPins } from "./choosing/pins"
import {
  findCandidates,
  selectCandidates,
  selectProductsBetween,
  selectProductsOf,
  writeCandidates,
} from "./candidates/candidates"
import { type CatalogueWords, countWords } from "./candidates/catalogue-words"
import { KeptWords } from "./candidates/kept-words"
import type { MarkedAttribute } from "./alternatives/product"
import AnnouncementModel from "./models/announcement"
import Answer from "./models/answer"
import Candidate from "./models/candidate"
import Dirty from "./models/dirty"
import Hold from "./models/hold"
import Item from "./models/item"
import Line from "./models/line"
import Offer from "./models/offer"
import OfferAlternative from "./models/offer-alternative"
import Order from "./models/order"
import Pin from "./models/pin"
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
  selectDriftingItems,
  selectEnds,
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
import {
  markToPrice,
  selectOrdersToPrice,
  selectTotals,
  writeAmounts,
} from "./noticing/order-amounts"
import {
  endReports,
  fitReports,
  insertReport,
  selectReported,
  selectReports,
} from "./noticing/reports"
import { selectShortInAll, selectShortItems } from "./noticing/short-items"
import {
  endHolds,
  insertHold,
  markCleared,
  markReserved,
  selectHeld,
  takeEndedHolds,
  takeHeld,
} from "./offer/hold"
import {
  answerOffer,
  insertAlternative,
  insertOffer,
  lockAnswer,
  linkHold,
  openOffer,
  prolongOffer,
  reopenOffer,
  setCaptureFirst,
  selectOffers,
  settleOffer,
  takeStuckOffers,
  withdrawOffer,
} from "./offer/offers"
import {
  endOffers,
  expireOffers,
  selectOverdueOffers,
  selectOrdersWithOffers,
} from "./offer/unanswered"
import {
  insertSettlement,
  type NewSettlement,
  noteSettlement,
  selectSettlements,
  takeUnfinished,
} from "./settlement/settlements"
import { watermarks } from "./tables"

/** The follow-up module checks the same options, and names what is wrong. */
const optionsSchema = z.object({
  limits: givenLimits,
  alternatives: z
    .object({ marked: markedSchema.catch([]).default([]) })
    .catch({ marked: [] })
    .default({ marked: [] }),
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
  ShortageHold: Hold,
  ShortageOffer: Offer,
  ShortageOfferAlternative: OfferAlternative,
  ShortageCandidate: Candidate,
  ShortagePin: Pin,
  ShortageAnswer: Answer,
}) {
  /** Set by Medusa's own constructor, but missing from its types. */
  declare protected readonly baseRepository_: DAL.RepositoryService
  /** Attributes that must be equal in what is offered. */
  readonly marked: readonly MarkedAttribute[]
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
    const { limits, alternatives } = optionsSchema.parse(options ?? {})
    this.marked = alternatives.marked
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
  readonly listDriftingItems = this.database_.transactional(selectDriftingItems)
  readonly readEnds = this.database_.transactional(selectEnds)

  // The orders' tasks.

  readonly listOrdersToSync = this.database_.transactional(selectOrdersToSync)
  readonly readVersion = this.database_.transactional(readVersion)
  readonly markSynced = this.database_.transactional(markSynced)
  readonly markToSync = this.database_.transactional(markToSync)

  // What waits for what is short.

  readonly markToPrice = this.database_.transactional(markToPrice)
  readonly listOrdersToPrice = this.database_.transactional(selectOrdersToPrice)
  readonly writeAmounts = this.database_.transactional(writeAmounts)
  readonly readTotals = this.asked_.transactional(selectTotals)
  readonly listShortItems = this.asked_.transactional(selectShortItems)
  readonly readShortInAll = this.database_.transactional(selectShortInAll)

  // How far walks have come.

  readonly readCursor = this.database_.transactional(readCursor)
  readonly moveCursor = this.database_.transactional(moveCursor)

  // What was agreed.

  /**
   * @throws Refusal `answer_overtaken` if the answer that is carried out was
   * taken back, or was carried out meanwhile
   */
  readonly beginSettlement = this.asked_.transactional(
    async (
      sql,
      {
        answered_at,
        ...settlement
      }: NewSettlement & { answered_at?: Date | null },
      now: Date
    ) => {
      const { offer_id } = settlement
      const is_overtaken =
        offer_id &&
        answered_at &&
        !(await lockAnswer(sql, offer_id, answered_at))
      if (is_overtaken) {
        throw new Refusal("answer_overtaken", {})
      }
      return await insertSettlement(sql, settlement, now)
    }
  )
  readonly noteSettlement = this.database_.transactional(noteSettlement)
  readonly takeUnfinished = this.database_.transactional(takeUnfinished)
  readonly readSettlements = this.database_.transactional(selectSettlements)

  // What people say.

  readonly keepReport = this.asked_.transactional(insertReport)
  readonly readReported = this.database_.transactional(selectReported)
  readonly readReports = this.database_.transactional(selectReports)
  readonly fitReports = this.database_.transactional(fitReports)
  readonly endReports = this.database_.transactional(endReports)
  readonly keepAnnouncement = this.asked_.transactional(insertAnnouncement)
  readonly readAnnouncements = this.database_.transactional(selectAnnouncements)

  // What is held.

  readonly keepHold = this.database_.transactional(insertHold)
  readonly markReserved = this.database_.transactional(markReserved)
  readonly endHolds = this.database_.transactional(endHolds)
  readonly takeEndedHolds = this.database_.transactional(takeEndedHolds)
  readonly takeHeld = this.database_.transactional(takeHeld)
  readonly markCleared = this.database_.transactional(markCleared)
  readonly readHeld = this.database_.transactional(selectHeld)

  // What is offered.

  readonly keepOffer = this.asked_.transactional(insertOffer)
  readonly addAlternative = this.asked_.transactional(insertAlternative)
  readonly linkHold = this.database_.transactional(linkHold)
  readonly openOffer = this.database_.transactional(openOffer)
  readonly answerOffer = this.asked_.transactional(answerOffer)
  readonly setCaptureFirst = this.asked_.transactional(setCaptureFirst)
  readonly prolongOffer = this.asked_.transactional(prolongOffer)
  readonly settleOffer = this.database_.transactional(settleOffer)
  readonly reopenOffer = this.database_.transactional(reopenOffer)
  readonly withdrawOffer = this.asked_.transactional(withdrawOffer)
  readonly listOrdersWithOffers = this.database_.transactional(
    selectOrdersWithOffers
  )
  readonly endOffers = this.database_.transactional(endOffers)
  readonly listOverdueOffers = this.database_.transactional(selectOverdueOffers)
  readonly expireOffers = this.database_.transactional(expireOffers)
  readonly takeStuckOffers = this.database_.transactional(takeStuckOffers)
  readonly readOffers = this.asked_.transactional(selectOffers)

  // What may be offered in place of what is short.

  readonly writeCandidates = this.database_.transactional(writeCandidates)
  readonly listProductsBetween = this.database_.transactional(
    selectProductsBetween
  )
  readonly listProductsOf = this.database_.transactional(selectProductsOf)
  readonly readCandidates = this.database_.transactional(selectCandidates)
  readonly findCandidates = this.database_.transactional(findCandidates)
  private readonly countWords_ = this.database_.transactional(countWords)
  private readonly words_ = new KeptWords(() => this.countWords_(this.marked))

  /** The words of the whole catalogue, as they were a while ago. */
  async catalogueWords(): Promise<CatalogueWords> {
    return await this.words_.words()
  }

  // What the shop has pinned, and what customers said.

  readonly setPins = this.asked_.transactional(replacePins)
  readonly readAllPins = this.database_.transactional(selectAllPins)
  readonly readPins = this.database_.transactional(selectPins)
  readonly keepAnswers = this.database_.transactional(insertAnswers)
  readonly answersFor = this.database_.transactional(countAnswers)
  readonly listAnsweredPairs = this.database_.transactional(selectPairs)
  readonly refusedIn = this.database_.transactional(selectRefused)
}

export default ShortageModuleService
