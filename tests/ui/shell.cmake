vraagbaak_test(ui_shell shell_test.cpp LINK client_ui_lists client_ui_shell LABELS unit)
vraagbaak_test(ui_channel_notice channel_notice_test.cpp LINK client_ui_shell client_store LABELS unit)
vraagbaak_test(ui_theme theme_test.cpp LINK client_ui_theme LABELS unit)
vraagbaak_test(ui_markdown theme_markdown_test.cpp LINK client_ui_controls client_ui_shell LABELS unit)
vraagbaak_test(ui_models models_test.cpp LINK client_models LABELS unit)
vraagbaak_test(ui_start_options start_options_test.cpp LINK client_app client_platform LABELS unit)
add_dependencies(ui_start_options vraagbaak)
target_compile_definitions(ui_start_options PRIVATE VRAAGBAAK_CLIENT="$<TARGET_FILE:vraagbaak>"
                           VRAAGBAAK_MAN_PAGE="${PROJECT_SOURCE_DIR}/packaging/vraagbaak.1"
                           VRAAGBAAK_DESKTOP_ENTRY="${PROJECT_SOURCE_DIR}/packaging/nl.vraagbaak.Vraagbaak.desktop")
vraagbaak_test(ui_platform platform_test.cpp LINK client_platform LABELS unit)
find_package(Python3 REQUIRED COMPONENTS Interpreter)
add_test(NAME translations_complete
         COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/translations/check.py $<TARGET_FILE:Qt6::lupdate>
                 $<TARGET_FILE:Qt6::lrelease>)
set_tests_properties(translations_complete PROPERTIES LABELS house)
