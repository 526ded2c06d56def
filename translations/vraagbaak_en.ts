<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>Age</name>
        <message numerus="yes">
            <source>%n min</source>
            <translation>
                <numerusform>%n min</numerusform>
                <numerusform>%n min</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n h</source>
            <translation>
                <numerusform>%n h</numerusform>
                <numerusform>%n h</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n minute(s) ago</source>
            <translation>
                <numerusform>%n minute ago</numerusform>
                <numerusform>%n minutes ago</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n hour(s) ago</source>
            <translation>
                <numerusform>%n hour ago</numerusform>
                <numerusform>%n hours ago</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LinkWords</name>
        <message numerus="yes">
            <source>%n not sent: look at it</source>
            <translation>
                <numerusform>%n not sent: look at it</numerusform>
                <numerusform>%n not sent: look at them</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n being sent</source>
            <translation>
                <numerusform>%n being sent</numerusform>
                <numerusform>%n being sent</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n waiting for a connection</source>
            <translation>
                <numerusform>%n waiting for a connection</numerusform>
                <numerusform>%n waiting for a connection</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Fetching %n document(s)</source>
            <translation>
                <numerusform>Fetching %n document</numerusform>
                <numerusform>Fetching %n documents</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>QuestionRow</name>
        <message numerus="yes">
            <source>%n answer(s)</source>
            <translation>
                <numerusform>%n answer</numerusform>
                <numerusform>%n answers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TopicWords</name>
        <message numerus="yes">
            <source>%n post(s)</source>
            <translation>
                <numerusform>%n post</numerusform>
                <numerusform>%n posts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>is erased in %n day(s)</source>
            <translation>
                <numerusform>is erased in %n day</numerusform>
                <numerusform>is erased in %n days</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WipeWords</name>
        <message numerus="yes">
            <source>%n message(s) not sent yet</source>
            <translation>
                <numerusform>%n message not sent yet</numerusform>
                <numerusform>%n messages not sent yet</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n draft(s)</source>
            <translation>
                <numerusform>%n draft</numerusform>
                <numerusform>%n drafts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::app::Application</name>
        <message numerus="yes">
            <source>%n new question(s) for you</source>
            <translation>
                <numerusform>%n new question for you</numerusform>
                <numerusform>%n new questions for you</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::AskPresenter</name>
        <message numerus="yes">
            <source>This is longer than %n character(s). Put the rest in the explanation.</source>
            <translation>
                <numerusform>This is longer than %n character. Put the rest in the explanation.</numerusform>
                <numerusform>This is longer than %n characters. Put the rest in the explanation.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Choose at most %n categories.</source>
            <translation>
                <numerusform>Choose at most %n category.</numerusform>
                <numerusform>Choose at most %n categories.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::AskScreen</name>
        <message numerus="yes">
            <source>Reaches %n colleague(s)</source>
            <translation>
                <numerusform>Reaches %n colleague</numerusform>
                <numerusform>Reaches %n colleagues</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::CaseForm</name>
        <message numerus="yes">
            <source>A case is read by the members of this channel only, and is erased after %n day(s), on the server and on every computer. Write in pseudonyms.</source>
            <translation>
                <numerusform>A case is read by the members of this channel only, and is erased after %n day, on the server and on every computer. Write in pseudonyms.</numerusform>
                <numerusform>A case is read by the members of this channel only, and is erased after %n days, on the server and on every computer. Write in pseudonyms.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::ChannelNotice</name>
        <message numerus="yes">
            <source>You are mentioned %n time(s) in %1</source>
            <translation>
                <numerusform>You are mentioned once in %1</numerusform>
                <numerusform>You are mentioned %n times in %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new post(s) in %1</source>
            <translation>
                <numerusform>%n new post in %1</numerusform>
                <numerusform>%n new posts in %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n people ask to join %1</source>
            <translation>
                <numerusform>%n person asks to join %1</numerusform>
                <numerusform>%n people ask to join %1</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n mention(s)</source>
            <translation>
                <numerusform>%n mention</numerusform>
                <numerusform>%n mentions</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new post(s)</source>
            <translation>
                <numerusform>%n new post</numerusform>
                <numerusform>%n new posts</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n invitation(s)</source>
            <translation>
                <numerusform>%n invitation</numerusform>
                <numerusform>%n invitations</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n request(s) to join</source>
            <translation>
                <numerusform>%n request to join</numerusform>
                <numerusform>%n requests to join</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::ChannelScreen</name>
        <message numerus="yes">
            <source>Members · %n request(s)</source>
            <translation>
                <numerusform>Members · %n request</numerusform>
                <numerusform>Members · %n requests</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n member(s)</source>
            <translation>
                <numerusform>%n member</numerusform>
                <numerusform>%n members</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::DocumentDelegate</name>
        <message numerus="yes">
            <source>%n document(s)</source>
            <translation>
                <numerusform>%n document</numerusform>
                <numerusform>%n documents</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::DocumentListModel</name>
        <message numerus="yes">
            <source>Folder %1, %n document(s)</source>
            <translation>
                <numerusform>Folder %1, %n document</numerusform>
                <numerusform>Folder %1, %n documents</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::DocumentsPage</name>
        <message numerus="yes">
            <source>%n found</source>
            <translation>
                <numerusform>%n found</numerusform>
                <numerusform>%n found</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) coming</source>
            <translation>
                <numerusform>%n document coming</numerusform>
                <numerusform>%n documents coming</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::DocumentsSection</name>
        <message numerus="yes">
            <source>%n document(s) on this computer, %1 together.</source>
            <translation>
                <numerusform>%n document on this computer, %1 together.</numerusform>
                <numerusform>%n documents on this computer, %1 together.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::ListPane</name>
        <message numerus="yes">
            <source>%n new question(s)</source>
            <translation>
                <numerusform>%n new question</numerusform>
                <numerusform>%n new questions</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::MembersPage</name>
        <message numerus="yes">
            <source>%n member(s)</source>
            <translation>
                <numerusform>%n member</numerusform>
                <numerusform>%n members</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::QuestionHeader</name>
        <message numerus="yes">
            <source>routed to %n</source>
            <translation>
                <numerusform>routed to %n</numerusform>
                <numerusform>routed to %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>routed to %n colleague(s)</source>
            <translation>
                <numerusform>routed to %n colleague</numerusform>
                <numerusform>routed to %n colleagues</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::ReaderPane</name>
        <message numerus="yes">
            <source>%n answer(s)</source>
            <translation>
                <numerusform>%n answer</numerusform>
                <numerusform>%n answers</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new answer(s)</source>
            <translation>
                <numerusform>%n new answer</numerusform>
                <numerusform>%n new answers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::SearchScreen</name>
        <message numerus="yes">
            <source>The newest %n result(s); another word narrows it.</source>
            <translation>
                <numerusform>The newest result; another word narrows it.</numerusform>
                <numerusform>The newest %n results; another word narrows it.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n result(s), newest first.</source>
            <translation>
                <numerusform>%n result.</numerusform>
                <numerusform>%n results, newest first.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n document(s) are not on this computer (yet), so their text was not searched.</source>
            <translation>
                <numerusform>%n document is not on this computer (yet), so its text was not searched.</numerusform>
                <numerusform>%n documents are not on this computer (yet), so their text was not searched.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::SignInPage</name>
        <message numerus="yes">
            <source>At least %n characters; a sentence is fine.</source>
            <translation>
                <numerusform>At least %n character; a sentence is fine.</numerusform>
                <numerusform>At least %n characters; a sentence is fine.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Choose a longer password: at least %n characters.</source>
            <translation>
                <numerusform>Choose a longer password: at least %n character.</numerusform>
                <numerusform>Choose a longer password: at least %n characters.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::SimilarRow</name>
        <message numerus="yes">
            <source>%n answer(s)</source>
            <translation>
                <numerusform>%n answer</numerusform>
                <numerusform>%n answers</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::StorageSection</name>
        <message numerus="yes">
            <source>%n question(s) with their answers are on this computer.</source>
            <translation>
                <numerusform>%n question with its answers is on this computer.</numerusform>
                <numerusform>%n questions with their answers are on this computer.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::TopicDelegate</name>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::TopicListModel</name>
        <message numerus="yes">
            <source>%n unread</source>
            <translation>
                <numerusform>%n unread</numerusform>
                <numerusform>%n unread</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::TopicReader</name>
        <message numerus="yes">
            <source>%n post(s)</source>
            <translation>
                <numerusform>%n post</numerusform>
                <numerusform>%n posts</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>vb::client::ui::UploadStrip</name>
        <message numerus="yes">
            <source>and %n other file(s)</source>
            <translation>
                <numerusform>and %n other file</numerusform>
                <numerusform>and %n other files</numerusform>
            </translation>
        </message>
    </context>
</TS>
