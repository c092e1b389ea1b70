import type { MedusaContainer } from "@medusajs/framework/types"
import { ApiKeyType } from "@medusajs/framework/utils"
import { FOLLOW_UP_MODULE } from "../../src/modules/follow-up"
