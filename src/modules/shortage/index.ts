import { Module } from "@medusajs/framework/utils"
import ShortageModuleService from "./service"

/** The module's key in the container. */
export const SHORTAGE_MODULE = "shortage"

declare module "@medusajs/framework/types" {
  interface ModuleImplementations {
    [SHORTAGE_MODULE]: ShortageModuleService
  }
}

export default Module(SHORTAGE_MODULE, { service: ShortageModuleService })

export { type Description, describe } from "./alternatives/description"
export type {
  Answers,
  Candidate,
  MarkedAttribute,
  ShortLine as RankedLine,
} from "./alternatives/product"
export {
  type Alternative,
  assess,
  type Assessed,
  type Caution,
  mayBeOffered,
  MOST,
  type Question,
  rankAlternatives,
  shortlist,
} from "./alternatives/rank"
export type { Reason } from "./alternatives/reasons"
export type { Found } from "./candidates/candidates"
export type { CatalogueWords } from "./candidates/catalogue-words"
export { tokensToAsk } from "./candidates/tokens"
export type { Answer, Answerer } from "./choosing/answers"
export type { Pins } from "./choosing/pins"
export {
  type PairLine,
  readPairs,
  withoutHeader,
  writePairs,
  WrongQuote,
} from "./choosing/read-pairs"
export {
  type Announced,
  type Announcement,
  expectedAt,
} from "./noticing/announcements"
export {
  CATALOGUE_ENTITIES,
  type DirtyEntity,
  type DirtyRecord,
  type TakenRecord,
} from "./noticing/dirty"
export type { LineEnd } from "./noticing/lines"
export type { Reported } from "./noticing/reports"
export type {
  HeldUp,
  Money,
  ShortInAll,
  ShortItem,
} from "./noticing/short-items"
export type {
  Drift,
  EndReason,
  LineNow,
  ShortLine,
  ShortPlace,
} from "./noticing/short-line"
export type { HeldItem, Hold } from "./offer/hold"
export {
  type AnsweredOffer,
  isDeed,
  type NewOffer,
  type Offer,
  OFFER_ANSWERS,
  type OfferAnswer,
  type OfferEndReason,
  type AlternativeOnOffer,
  type OfferStatus,
} from "./offer/offer"
export type { default as ShortageModuleService } from "./service"
export {
  agreedForLater,
  type Before,
  type Deed,
  isForLater,
  type LaterDeed,
  type Replacement,
  type Settled,
  stands,
  type SettledMoney,
  type SettlementResult,
  type SettlementWarning,
} from "./settlement/settlement"
export type { SettlementNote } from "./settlement/settlements"
