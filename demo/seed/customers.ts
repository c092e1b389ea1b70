import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import {
  createCustomerAccountWorkflow,
  createCustomerGroupsWorkflow,
  linkCustomersToCustomerGroupWorkflow,
} from "@medusajs/medusa/core-flows"
import { ensureLogin } from "./logins"
import { shoppers, type Shopper } from "./people"

const groupName = "Regulars"

async function regulars(container: MedusaContainer): Promise<string> {
  const [existing] = await container
    .resolve(Modules.CUSTOMER)
    .listCustomerGroups({ name: groupName })
  if (existing) {
    return existing.id
  }
  const { result } = await createCustomerGroupsWorkflow(container).run({
    input: { customersData: [{ name: groupName }] },
  })
  const [group] = result
  if (!group) {
    throw new Error(`The customer group ${groupName} was not created`)
  }
  return group.id
}

async function createAccount(
  container: MedusaContainer,
  { email, first_name, last_name, phone }: Shopper
): Promise<string> {
  const { result } = await createCustomerAccountWorkflow(container).run({
    input: {
      authIdentityId: await ensureLogin(container, email),
      customerData: { email, first_name, last_name, phone },
    },
  })
  return result.id
}

/** The shoppers who have an account, with or without a phone number. */
export async function seedCustomers(container: MedusaContainer): Promise<void> {
  const customers = container.resolve(Modules.CUSTOMER)
  const group = await regulars(container)
  for (const shopper of shoppers.filter(({ registered }) => registered)) {
    const [existing] = await customers.listCustomers({
      email: shopper.email,
      has_account: true,
    })
    if (!existing) {
      const id = await createAccount(container, shopper)
      await linkCustomersToCustomerGroupWorkflow(container).run({
        input: { id: group, add: [id] },
      })
    }
  }
}
