import {
  AbstractPaymentProvider,
  ModuleProvider,
  Modules,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"

/** The id that Medusa gives it. */
export const CARD = "pp_card_test"

/** Authorizes at once and captures when told to, as card providers do. */
class CardProvider extends AbstractPaymentProvider {
  static override identifier = "card"

  constructor(container: Record<string, unknown>) {
    super(container)
  }

  override async initiatePayment() {
    return { id: "card", status: PaymentSessionStatus.PENDING }
  }
  override async authorizePayment() {
    return { status: PaymentSessionStatus.AUTHORIZED }
  }
  override async capturePayment() {
    return {}
  }
  override async cancelPayment() {
    return {}
  }
  override async deletePayment() {
    return {}
  }
  override async getPaymentStatus() {
    return { status: PaymentSessionStatus.AUTHORIZED }
  }
  override async refundPayment() {
    return {}
  }
  override async retrievePayment() {
    return {}
  }
  override async updatePayment() {
    return {}
  }
  override async getWebhookActionAndData() {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
}

export default ModuleProvider(Modules.PAYMENT, { services: [CardProvider] })
