import type {
  ProviderSendNotificationDTO,
  ProviderSendNotificationResultsDTO,
} from "@medusajs/framework/types"
import {
  AbstractNotificationProviderService,
  MedusaError,
  ModuleProvider,
  Modules,
} from "@medusajs/framework/utils"

/** Nobody can be reached at this number. */
export const UNREACHABLE = "+380670000000"

/** Takes SMS, but not to one number, as real providers do. */
class SmsProvider extends AbstractNotificationProviderService {
  static override identifier = "sms"

  override async send({
    to,
  }: ProviderSendNotificationDTO): Promise<ProviderSendNotificationResultsDTO> {
    if (to === UNREACHABLE) {
      throw new MedusaError(
        MedusaError.Types.INVALID_DATA,
        "This number takes no SMS"
      )
    }
    return { id: `sms_${to}` }
  }
}

export default ModuleProvider(Modules.NOTIFICATION, { services: [SmsProvider] })
