set(screen_rooms client_ui_reader client_ui_ask client_ui_account client_ui_search client_ui_outbox client_ui_settings
    client_ui_help client_ui_lists client_ui_channels client_ui_documents client_ui_document_reader client_ui_topics
    client_ui_members client_ui_shell)
vraagbaak_test(ui_screens_look screens_look_test.cpp LINK ${screen_rooms} vraagbaak_translations LABELS unit TIMEOUT 300)
foreach(part window_life reader reader_view ask outbox outbox_drafts account search settings channels topics documents document_reader)
  vraagbaak_test(ui_${part} ${part}_test.cpp LINK ${screen_rooms} LABELS unit)
endforeach()
add_dependencies(ui_document_reader vraagbaak-extract)
