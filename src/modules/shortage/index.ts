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

export {
  type Announced,
  type Announcement,
  expectedAt,
} from "./noticing/announcements"
export type { DirtyEntity, DirtyRecord, TakenRecord } from "./noticing/dirty"
export type { Reported } from "./noticing/reports"
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
  type OfferedAlternative,
  type OfferStatus,
} from "./offer/offer"
export type { default as ShortageModuleService } from "./service"
