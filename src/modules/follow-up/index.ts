import { Module } from "@medusajs/framework/utils"
import FollowUpModuleService from "./service"

/** The module's key in the container. */
export const FOLLOW_UP_MODULE = "followUp"

export default Module(FOLLOW_UP_MODULE, { service: FollowUpModuleService })
