import { Input } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import { useCorrectableOrder, useCorrectOrder } from "./correct-order"
import { Field } from "../../call-sheet/field"
import { SheetSkeleton } from "../../call-sheet/sheet-states"
import { useText } from "../../i18n/use-text"
import { LoadError } from "../../task/load-error"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import {
  ADDRESS_FIELDS,
  type AddressField,
  type CorrectableOrder,
  correctionOf,
  type Typed,
} from "./correction"
import { DrawerForm } from "./drawer-form"

/** The dashboard's own names of the fields. */
const LABELS = {
  first_name: "fields.firstName",
  last_name: "fields.lastName",
  phone: "fields.phone",
  address_1: "fields.address",
  address_2: "customers.addresses.fields.address2",
  postal_code: "fields.postalCode",
  city: "fields.city",
  province: "fields.province",
  company: "fields.company",
} as const satisfies Record<AddressField, string>

/** Corrects where the parcel goes and whom to call about it. */
export const AddressForm = ({
  orderId,
  onDone,
}: {
  orderId: string
  onDone: () => void
}) => {
  const t = useText()
  const { data: order, error, refetch } = useCorrectableOrder(orderId)
  if (error) {
    return (
      <LoadError
        title={t("sheet.error")}
        reason={error}
        onRetry={() => void refetch()}
      />
    )
  }
  return order ? <Fields order={order} onDone={onDone} /> : <SheetSkeleton />
}

const Fields = ({
  order,
  onDone,
}: {
  order: CorrectableOrder
  onDone: () => void
}) => {
  const t = useText()
  const { t: ofDashboard } = useTranslation()
  const correct = useCorrectOrder(order.id)
  const [typed, setTyped] = useState<Typed>({})
  const [faults, setFaults] = useState<Partial<Record<keyof Typed, string>>>({})
  const fields = [
    ...ADDRESS_FIELDS.map((field) => ({
      field,
      label: LABELS[field],
      was: order.shipping_address?.[field] ?? "",
    })),
    { field: "email", label: "fields.email", was: order.email ?? "" } as const,
  ]
  return (
    <DrawerForm
      onDone={onDone}
      onSave={async () => {
        const { correction, fault } = correctionOf(order, typed)
        if (fault) {
          setFaults({
            [fault]: t(fault === "phone" ? "task.badPhone" : "forms.needed"),
          })
          return null
        }
        if (correction) {
          await correct(correction)
        }
        return ofDashboard("orders.edit.shippingAddress.requestSuccess")
      }}
    >
      {fields.map(({ field, label, was }, index) => (
        <Field key={field} label={ofDashboard(label)} error={faults[field]}>
          {(props) => (
            <Input
              {...props}
              size="small"
              autoFocus={index === 0}
              autoComplete="off"
              type={INPUT_TYPES[field] ?? "text"}
              className={TOUCH_HEIGHT}
              value={typed[field] ?? was}
              onChange={({ target }) => {
                setTyped({ ...typed, [field]: target.value })
                setFaults({ ...faults, [field]: undefined })
              }}
            />
          )}
        </Field>
      ))}
    </DrawerForm>
  )
}

const INPUT_TYPES: Partial<Record<keyof Typed, string>> = {
  phone: "tel",
  email: "email",
}
