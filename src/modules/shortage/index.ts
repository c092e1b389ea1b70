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
export type { default as ShortageModuleService } from "./service"
export type {
  Before,
  Deed,
  Replacement,
  Settled,
  SettledMoney,
  SettlementResult,
  SettlementWarning,
} from "./settlement/settlement"
export type { SettlementNote } from "./settlement/settlements"
