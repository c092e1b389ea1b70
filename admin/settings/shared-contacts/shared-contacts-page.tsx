import { Users } from "@medusajs/icons"
import { Input } from "@medusajs/ui"
import { useState } from "react"
import { useSharedContacts } from "../../api/shared-contacts"
import { Field } from "../../call-sheet/field"
import { useText } from "../../i18n/use-text"
import { LoadError } from "../../task/load-error"
import { Message } from "../../task/message"
import { SmallButton } from "../../task/small-button"
import { TOUCH_HEIGHT } from "../../task/touch-height"
import { useShareContact } from "../../task/use-share-contact"
import { ListSkeleton } from "../list-skeleton"
import { SettingsPage } from "../settings-page"

/** The numbers and addresses that several people use. */
export const SharedContactsPage = () => {
  const t = useText()
  const share = useShareContact()
  const { data: contacts, error, refetch } = useSharedContacts()
  return (
    <SettingsPage tab="sharedContacts">
      <AddContact />
      {!contacts && error && (
        <LoadError
          title={t("settings.sharedContacts.error")}
          reason={error}
          onRetry={() => void refetch()}
        />
      )}
      {!contacts && !error && <ListSkeleton />}
      {contacts?.length === 0 && (
        <Message
          icon={<Users />}
          title={t("settings.sharedContacts.empty")}
          text={t("settings.sharedContacts.emptyText")}
        />
      )}
      {contacts && contacts.length > 0 && (
        <ul className="list-none divide-y">
          {contacts.map(({ kind, value, created_at }) => (
            <li
              key={`${kind} ${value}`}
              className="flex items-center gap-x-3 px-6 py-3 max-lg:px-4"
            >
              <div className="txt-compact-small text-ui-fg-subtle flex min-w-0 flex-1 flex-wrap items-baseline gap-x-3">
                <bdi
                  dir="ltr"
                  className="text-ui-fg-base txt-compact-small-plus min-w-0 break-all"
                >
                  {value}
                </bdi>
                <span>
                  {t("settings.sharedContacts.since", {
                    date: new Intl.DateTimeFormat(t.locale, {
                      dateStyle: "medium",
                    }).format(new Date(created_at)),
                  })}
                </span>
              </div>
              <SmallButton
                onClick={() => void share({ kind, value, is_shared: false })}
              >
                {t("settings.sharedContacts.back")}
              </SmallButton>
            </li>
          ))}
        </ul>
      )}
    </SettingsPage>
  )
}

/** One that is known before anybody has called it, such as a pickup point's. */
const AddContact = () => {
  const t = useText()
  const share = useShareContact()
  const [typed, setTyped] = useState("")
  const value = typed.trim()
  const add = async () => {
    const kind = value.includes("@") ? "email" : "phone"
    if (await share({ kind, value, is_shared: true })) {
      setTyped("")
    }
  }
  return (
    <form
      className="flex items-end gap-x-3 px-6 py-4 max-lg:px-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (value !== "") {
          void add()
        }
      }}
    >
      <Field label={t("settings.sharedContacts.contact")}>
        {(field) => (
          <Input
            {...field}
            dir="ltr"
            autoComplete="off"
            value={typed}
            className={TOUCH_HEIGHT}
            onChange={(event) => setTyped(event.target.value)}
          />
        )}
      </Field>
      <SmallButton type="submit" className="shrink-0" disabled={value === ""}>
        {t("settings.sharedContacts.add")}
      </SmallButton>
    </form>
  )
}
