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
    return { id: "card", status: PaymentSessionStatus.PENDING, data: {} }
  }
  override async authorizePayment() {
    return { status: PaymentSessionStatus.AUTHORIZED, data: {} }
  }
  override async capturePayment() {
    return { data: {} }
  }
  override async cancelPayment() {
    return { data: {} }
  }
  override async deletePayment() {
    return { data: {} }
  }
  override async getPaymentStatus() {
    return { status: PaymentSessionStatus.AUTHORIZED, data: {} }
  }
  override async refundPayment() {
    return { data: {} }
  }
  override async retrievePayment() {
    return { data: {} }
  }
  override async updatePayment() {
    return { data: {} }
  }
  override async getWebhookActionAndData() {
    return { action: PaymentActions.NOT_SUPPORTED }
  }
}

export default ModuleProvider(Modules.PAYMENT, { services: [CardProvider] })
