<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About crmdesk</source>
        <translation>關於 crmdesk</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Customers as companies and sites, for field sales that works without a network.</source>
        <translation>以公司和據點管理客戶，為沒有網路也要工作的外勤業務而做。</translation>
    </message>
    <message>
        <source>&amp;Libraries and data in it, with their licences</source>
        <translation>所含的程式庫和資料及其授權條款(&amp;L)</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>授權條款</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>A site belongs to a company: choose the company in the tree first, or enter a new company.</source>
        <translation>據點屬於公司：請先在樹狀圖裡選擇公司，或新增公司。</translation>
    </message>
    <message>
        <source>{name} was saved.</source>
        <translation>{name} 已儲存。</translation>
    </message>
    <message>
        <source>Renamed to {name}.</source>
        <translation>已重新命名為 {name}。</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>客戶</translation>
    </message>
</context>
<context>
    <name>AddressList</name>
    <message>
        <source>Add an address</source>
        <translation>新增地址</translation>
    </message>
    <message>
        <source>Bills, letters or goods go elsewhere? Such an address belongs to the site and is none of its own.</source>
        <translation>帳單、信件或貨物寄到別處？這類地址屬於此據點，不另建據點。</translation>
    </message>
</context>
<context>
    <name>AnswerBox</name>
    <message>
        <source>What do you want to ask {name}?</source>
        <translation>您想問 {name} 什麼？</translation>
    </message>
    <message>
        <source>What do you want to ask?</source>
        <translation>您想問什麼？</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>詢問</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>用這個</translation>
    </message>
    <message>
        <source>Give this answer  {keys}</source>
        <translation>這樣回答  {keys}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close without an answer  Esc</source>
        <translation>不回答，關閉  Esc</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>Asked; the question goes with the next exchange.</source>
        <translation>已詢問；下次同步時送出。</translation>
    </message>
    <message numerus="yes">
        <source>%n edits let in.</source>
        <translation><numerusform>已採納 %n 項修改。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n edits left out.</source>
        <translation><numerusform>未採納 %n 項修改。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts settled.</source>
        <translation><numerusform>已解決 %n 個衝突。</numerusform></translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Assign {name}</source>
        <translation>指派 {name}</translation>
    </message>
    <message numerus="yes">
        <source>Assign %n leads</source>
        <translation><numerusform>指派 %n 筆潛在客戶</numerusform></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>指派</translation>
    </message>
    <message>
        <source>Give it to this person  Ctrl+Enter</source>
        <translation>交給此人  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>聯絡人</translation>
    </message>
    <message>
        <source>{name} is with {person} now.</source>
        <translation>{name} 現由 {person} 負責。</translation>
    </message>
    <message numerus="yes">
        <source>%n leads are with {person} now.</source>
        <translation><numerusform>%n 筆潛在客戶現由 {person} 負責。</numerusform></translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Backup</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>備份時間</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Back up &amp;now</source>
        <translation>立即備份(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Restore …</source>
        <translation>還原(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Every</source>
        <translation>每隔(&amp;E)</translation>
    </message>
    <message>
        <source>Made while you work, when something was changed since the last.</source>
        <translation>在您工作時進行，前提是上次備份後有變更。</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>So many are kept; the oldest goes when another is made.</source>
        <translation>保留這麼多份；有新備份時刪去最舊的。</translation>
    </message>
    <message>
        <source>&amp;Change …</source>
        <translation>變更(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Beside the file</source>
        <translation>放在檔案旁邊(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>資料夾(&amp;F)</translation>
    </message>
    <message>
        <source>Another disk, or a folder that is kept elsewhere too, is safest.</source>
        <translation>放在另一塊磁碟，或另有備份的資料夾裡，最安全。</translation>
    </message>
    <message>
        <source>Backups there are</source>
        <translation>現有備份</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>備份，最新的在前</translation>
    </message>
    <message>
        <source>No backup yet. The first is made while you work, or now.</source>
        <translation>還沒有備份。第一份會在您工作時進行，也可以現在就備份。</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>永不</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小時</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} 小時</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>{count} days</source>
        <translation>{count} 天</translation>
    </message>
    <message>
        <source>regular</source>
        <translation>定期</translation>
    </message>
    <message>
        <source>before an upgrade of the program</source>
        <translation>程式升級之前</translation>
    </message>
    <message>
        <source>Waits for a backup to be chosen in the list</source>
        <translation>請先在清單中選擇備份</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>備份資料夾</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在備份</translation>
    </message>
    <message>
        <source>Backed up: {name}, {size}.</source>
        <translation>已備份：{name}，{size}。</translation>
    </message>
</context>
<context>
    <name>BoardColumn</name>
    <message numerus="yes">
        <source>%n more; narrow the list to see them</source>
        <translation><numerusform>還有 %n 筆；請縮小清單範圍</numerusform></translation>
    </message>
</context>
<context>
    <name>CarriedGrid</name>
    <message>
        <source>was empty</source>
        <translation>原為空</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>保持不變</translation>
    </message>
    <message>
        <source>in the record</source>
        <translation>記錄裡的</translation>
    </message>
    <message>
        <source>from the lead</source>
        <translation>來自潛在客戶</translation>
    </message>
</context>
<context>
    <name>CentreSection</name>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
</context>
<context>
    <name>ChildrenModel</name>
    <message>
        <source>Record</source>
        <translation>記錄</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Why it goes there</source>
        <translation>歸入原因</translation>
    </message>
    <message>
        <source>{site} – {count}</source>
        <translation>{site} – {count}</translation>
    </message>
</context>
<context>
    <name>ChoiceGrid</name>
    <message>
        <source>This record stays</source>
        <translation>保留這筆記錄</translation>
    </message>
    <message>
        <source>the others lead to it</source>
        <translation>其他的併入它</translation>
    </message>
    <message>
        <source>Keep both, one below the other</source>
        <translation>兩者都保留，上下排列</translation>
    </message>
</context>
<context>
    <name>ChoicePage</name>
    <message>
        <source>Which accounts hold several addresses?</source>
        <translation>哪些客戶有多個地址？</translation>
    </message>
    <message>
        <source>Each place a customer works at becomes a site of its own, with its people, notes and addresses. You see the proposal first, and one undo takes all of it back.</source>
        <translation>客戶的每一處都成為單獨的據點，帶上自己的聯絡人、跟進紀錄和地址。您先看方案；之後一步即可全部復原。</translation>
    </message>
    <message>
        <source>These and all companies below them</source>
        <translation>這些客戶及其所有下層公司</translation>
    </message>
    <message>
        <source>Recent imports</source>
        <translation>最近的匯入</translation>
    </message>
    <message>
        <source>Everything an import brought:</source>
        <translation>某次匯入的全部客戶：</translation>
    </message>
    <message>
        <source>Everything an import brought (there is none yet)</source>
        <translation>某次匯入的全部客戶（還沒有匯入過）</translation>
    </message>
    <message>
        <source>{file} – {at}</source>
        <translation>{file} – {at}</translation>
    </message>
    <message>
        <source>The chosen accounts: {names}</source>
        <translation>所選客戶：{names}</translation>
    </message>
</context>
<context>
    <name>ClaimMenu</name>
    <message>
        <source>Take with &amp;me</source>
        <translation>暫由我跟進(&amp;M)</translation>
    </message>
    <message>
        <source>Nobody else chases this customer meanwhile</source>
        <translation>這段時間沒有別人跟進此客戶</translation>
    </message>
    <message numerus="yes">
        <source>for %n days</source>
        <translation><numerusform>%n 天</numerusform></translation>
    </message>
    <message>
        <source>Give it &amp;up again</source>
        <translation>放棄跟進(&amp;U)</translation>
    </message>
    <message>
        <source>Let others chase it again</source>
        <translation>讓別人可以跟進</translation>
    </message>
</context>
<context>
    <name>Claiming</name>
    <message>
        <source>Asked for. It is yours once the centre says so; whoever asked there first holds it.</source>
        <translation>已申請。中心確認後由您跟進；誰先申請到，就由誰跟進。</translation>
    </message>
    <message>
        <source>Given up. Others may chase it again after the next exchange.</source>
        <translation>已放棄。下次同步之後別人可以跟進。</translation>
    </message>
</context>
<context>
    <name>ClassificationsSection</name>
    <message>
        <source>Classifications</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>新增(&amp;A)</translation>
    </message>
    <message>
        <source>Add an entry beside this one</source>
        <translation>在此項目旁新增項目</translation>
    </message>
    <message>
        <source>Add &amp;below</source>
        <translation>新增下層(&amp;B)</translation>
    </message>
    <message>
        <source>Add an entry below this one</source>
        <translation>在此項目下新增項目</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>{count} levels</source>
        <translation>{count} 層</translation>
    </message>
    <message>
        <source>1 level</source>
        <translation>1 層</translation>
    </message>
    <message>
        <source>Levels of &amp;industry</source>
        <translation>產業層數(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Entries of</source>
        <translation>項目(&amp;E)</translation>
    </message>
    <message>
        <source>Type any part of a name or code</source>
        <translation>輸入名稱或代碼的任意部分</translation>
    </message>
    <message>
        <source>Search the entries</source>
        <translation>搜尋項目</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>項目</translation>
    </message>
    <message>
        <source>A supermarket is then classified as: {path}</source>
        <translation>超市將歸類為：{path}</translation>
    </message>
    <message>
        <source>&amp;Offer again</source>
        <translation>重新啟用(&amp;O)</translation>
    </message>
    <message>
        <source>Stop o&amp;ffering</source>
        <translation>停用(&amp;F)</translation>
    </message>
    <message>
        <source>Records that carry this entry keep it either way</source>
        <translation>使用此項目的記錄不受影響</translation>
    </message>
    <message>
        <source>The names of the national standard GB/T 4754-2017 stay as they are; add entries of your own below them.</source>
        <translation>國家標準 GB/T 4754-2017 的名稱保持不變；可在其下新增自己的項目。</translation>
    </message>
    <message>
        <source>F2 renames an entry. Records that carry it show the new name at once.</source>
        <translation>按 F2 重新命名項目。使用它的記錄立即顯示新名稱。</translation>
    </message>
    <message>
        <source>Renamed to {name}.</source>
        <translation>已重新命名為 {name}。</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>新項目</translation>
    </message>
    <message>
        <source>Added {code}.</source>
        <translation>已新增 {code}。</translation>
    </message>
    <message>
        <source>Moved {name}.</source>
        <translation>已移動 {name}。</translation>
    </message>
    <message>
        <source>{name} is offered again.</source>
        <translation>{name} 已重新啟用。</translation>
    </message>
    <message>
        <source>{name} is no longer offered.</source>
        <translation>{name} 已停用。</translation>
    </message>
</context>
<context>
    <name>CollisionList</name>
    <message numerus="yes">
        <source>This may be a customer somebody has already (%n found):</source>
        <translation><numerusform>可能撞單：已有 %n 筆相似記錄：</numerusform></translation>
    </message>
</context>
<context>
    <name>CollisionQuestion</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>ColumnHeader</name>
    <message>
        <source>Standard columns</source>
        <translation>標準欄</translation>
    </message>
</context>
<context>
    <name>ColumnRow</name>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>Not imported</source>
        <translation>不匯入</translation>
    </message>
    <message>
        <source>Field for the column {name}</source>
        <translation>欄 {name} 對應的欄位</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>您的選擇</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Each row is</source>
        <translation>每列是</translation>
    </message>
    <message>
        <source>Use kept choices</source>
        <translation>使用已儲存的選擇</translation>
    </message>
    <message>
        <source>Keep these choices as</source>
        <translation>把這些選擇存為</translation>
    </message>
    <message>
        <source>They are proposed again for files with the same columns.</source>
        <translation>下次遇到欄相同的檔案會自動採用。</translation>
    </message>
    <message>
        <source>As proposed</source>
        <translation>依建議</translation>
    </message>
</context>
<context>
    <name>CompanyChoice</name>
    <message>
        <source>Add as a co&amp;de</source>
        <translation>按編號新增(&amp;D)</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Lies under</source>
        <translation>上級</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>據點</translation>
    </message>
    <message>
        <source>Companies that come with everything under them</source>
        <translation>連同其下全部內容一起帶上的公司</translation>
    </message>
    <message>
        <source>It goes from this laptop with the next exchange; nothing changes at the centre.</source>
        <translation>下次同步時從本機移除；中心的資料不變。</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>{name} ({code})</source>
        <translation>{name}（{code}）</translation>
    </message>
    <message>
        <source>None that you may see has it</source>
        <translation>您可見的公司中沒有此編號</translation>
    </message>
    <message>
        <source>Not on this laptop yet</source>
        <translation>尚不在本機上</translation>
    </message>
    <message>
        <source>A company that is no longer here</source>
        <translation>已不在這裡的公司</translation>
    </message>
    <message>
        <source>For a company that is not on this laptop; the next exchange looks for it at the centre.</source>
        <translation>用於不在本機上的公司；下次同步時向中心查找。</translation>
    </message>
    <message>
        <source>Waits for a customer code</source>
        <translation>請先輸入客戶編號</translation>
    </message>
</context>
<context>
    <name>ConditionButton</name>
    <message>
        <source>Take this condition away  Del</source>
        <translation>移除此條件  Del</translation>
    </message>
</context>
<context>
    <name>ConflictBand</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation><numerusform>…還有 %n 項</numerusform></translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>Waiting for me</source>
        <translation>待我處理</translation>
    </message>
    <message>
        <source>Everything open</source>
        <translation>全部未解決</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>衝突</translation>
    </message>
    <message>
        <source>Edits that wait for a word</source>
        <translation>待確認的修改</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>顯示內容</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Show everything open</source>
        <translation>顯示全部未解決</translation>
    </message>
    <message>
        <source>Arrows walk, Shift chooses several · K keep theirs · M use mine · T type another · A ask</source>
        <translation>方向鍵移動，Shift 多選 · K 保留對方的 · M 用我的 · T 另行填寫 · A 詢問</translation>
    </message>
    <message>
        <source>Nothing of this kind is open.</source>
        <translation>沒有這類待解決的內容。</translation>
    </message>
    <message>
        <source>Nothing needs an answer. When you and a colleague change the same thing, both values wait here until one of you settles it; nothing is lost and nothing is overwritten.</source>
        <translation>沒有需要回答的內容。您和同事改了同一處時，兩個值都留在這裡，等你們其中一位解決；不會遺失，也不會覆蓋。</translation>
    </message>
</context>
<context>
    <name>ConnectForm</name>
    <message>
        <source>&amp;On this computer, without encryption</source>
        <translation>在本機，不加密(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>連線(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Try</source>
        <translation>測試(&amp;T)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>憑證 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Keys (*.pem *.key)</source>
        <translation>金鑰 (*.pem *.key)</translation>
    </message>
    <message>
        <source>File of the company's certificate</source>
        <translation>公司憑證的檔案</translation>
    </message>
    <message>
        <source>The company's certificate</source>
        <translation>公司憑證</translation>
    </message>
    <message>
        <source>File of your certificate</source>
        <translation>您的憑證檔案</translation>
    </message>
    <message>
        <source>Your certificate</source>
        <translation>您的憑證</translation>
    </message>
    <message>
        <source>File of the certificate's key</source>
        <translation>憑證金鑰的檔案</translation>
    </message>
    <message>
        <source>The certificate's key</source>
        <translation>憑證的金鑰</translation>
    </message>
    <message>
        <source>A centre keeps the work of all colleagues together. You go on working on this computer, with or without a network; what you change is sent, and what others change comes here, every few minutes and whenever you press the button.</source>
        <translation>中心彙集所有同事的工作。您照常在本機工作，有沒有網路都可以；您的修改會送出，別人的修改會取回，每隔幾分鐘一次，也可隨時按按鈕。</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>位址(&amp;A)</translation>
    </message>
    <message>
        <source>As your administrator told you, with port and database where needed.</source>
        <translation>由系統管理員告知，必要時包括連接埠和資料庫名稱。</translation>
    </message>
    <message>
        <source>&amp;Login name</source>
        <translation>帳號(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密碼(&amp;P)</translation>
    </message>
    <message>
        <source>Kept in this computer's keyring, never in the file.</source>
        <translation>存在本機鑰匙圈裡，不寫入檔案。</translation>
    </message>
    <message>
        <source>Only if your company issues its own: its file (PEM). Else what this computer trusts is used.</source>
        <translation>只在公司自行簽發憑證時需要：憑證檔案（PEM）。否則使用本機信任的憑證。</translation>
    </message>
    <message>
        <source>Company ce&amp;rtificate</source>
        <translation>公司憑證(&amp;R)</translation>
    </message>
    <message>
        <source>Only if you log in by a certificate of your own: its file (PEM). The password is then that of its key.</source>
        <translation>僅當您用自己的憑證登入時：憑證檔案（PEM）。此時密碼是其金鑰的密碼。</translation>
    </message>
    <message>
        <source>&amp;Your certificate</source>
        <translation>您的憑證(&amp;Y)</translation>
    </message>
    <message>
        <source>Its &amp;key</source>
        <translation>憑證金鑰(&amp;K)</translation>
    </message>
    <message>
        <source>The file of the certificate's private key (PEM). It stays where it is.</source>
        <translation>憑證私密金鑰的檔案（PEM），留在原處。</translation>
    </message>
    <message>
        <source>Only to try things out: a centre on this very computer.</source>
        <translation>僅供試用：中心就在這台電腦上。</translation>
    </message>
    <message>
        <source>On this computer, without encryption</source>
        <translation>在本機，不加密</translation>
    </message>
    <message>
        <source>Waits for an address and a login name</source>
        <translation>請先填寫位址和帳號</translation>
    </message>
    <message>
        <source>Waits for both your certificate and its key</source>
        <translation>需要同時填寫憑證和金鑰</translation>
    </message>
    <message>
        <source>Knocking at the centre …</source>
        <translation>正在聯絡中心…</translation>
    </message>
    <message>
        <source>The centre lets {name} in. Press Connect to begin.</source>
        <translation>中心允許 {name} 進入。請按「連線」開始。</translation>
    </message>
</context>
<context>
    <name>ConstantsEditor</name>
    <message>
        <source>The same in every row</source>
        <translation>每列都相同</translation>
    </message>
    <message>
        <source>Add a value for every row, such as the country</source>
        <translation>為每列加一個固定值，例如國家</translation>
    </message>
</context>
<context>
    <name>ConversionDialog</name>
    <message>
        <source>Converted {name}.</source>
        <translation>已轉換 {name}。</translation>
    </message>
    <message>
        <source>Convert {name}</source>
        <translation>轉換 {name}</translation>
    </message>
    <message>
        <source>Convert lead</source>
        <translation>轉換潛在客戶</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>轉換</translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back, as long as nothing was built on it</source>
        <translation>只要還沒有後續內容，Ctrl+Z 可以復原</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Begin an opportunity</source>
        <translation>同時建立商機</translation>
    </message>
    <message>
        <source>120,000 or 12万; other currencies by their sign</source>
        <translation>120,000 或 12萬；其他幣別寫上符號</translation>
    </message>
    <message numerus="yes">
        <source>%n follow-ups go along as activities; the lead keeps its own.</source>
        <translation><numerusform>%n 筆跟進一併轉為活動；潛在客戶保留自己的。</numerusform></translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copy: {what}</source>
        <translation>複製：{what}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
</context>
<context>
    <name>CoverPage</name>
    <message>
        <source>Open a crmdesk file or a backup</source>
        <translation>開啟 crmdesk 檔案或備份</translation>
    </message>
    <message>
        <source>crmdesk files and backups (*.store *.db *.backup)</source>
        <translation>crmdesk 檔案和備份 (*.store *.db *.backup)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
</context>
<context>
    <name>CreateForm</name>
    <message>
        <source>Your &amp;name</source>
        <translation>您的姓名(&amp;N)</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>您的姓名</translation>
    </message>
    <message>
        <source>Colleagues see it at the customers you own and at what you change.</source>
        <translation>同事會在您負責的客戶和您的修改上看到它。</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>保護</translation>
    </message>
    <message>
        <source>Encrypted, your customers stay unreadable for whoever finds this computer or a copy of the file.</source>
        <translation>加密後，別人拿到這台電腦或檔案副本，也讀不到您的客戶資料。</translation>
    </message>
    <message>
        <source>Encrypted, key in this computer's &amp;keyring</source>
        <translation>加密，金鑰存入本機鑰匙圈(&amp;K)</translation>
    </message>
    <message>
        <source>Encrypted with a p&amp;assphrase</source>
        <translation>用密碼加密(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Unencrypted</source>
        <translation>不加密(&amp;U)</translation>
    </message>
    <message>
        <source>Nothing to type: your login opens it. Recommended.</source>
        <translation>無需輸入：登入系統即可開啟。推薦。</translation>
    </message>
    <message>
        <source>This computer offers no keyring.</source>
        <translation>本機沒有可用的鑰匙圈。</translation>
    </message>
    <message>
        <source>You type it at every start.</source>
        <translation>每次啟動時輸入。</translation>
    </message>
    <message>
        <source>Whoever can read the file can read every customer in it. For trying things out only.</source>
        <translation>能讀取該檔案的人都能看到裡面的所有客戶。僅供試用。</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>建立(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Waits for the passphrase, typed twice the same</source>
        <translation>請輸入密碼，兩次要相同</translation>
    </message>
</context>
<context>
    <name>CriteriaEditor</name>
    <message>
        <source>New set of criteria</source>
        <translation>新判斷標準</translation>
    </message>
    <message>
        <source>Set name</source>
        <translation>標準名稱</translation>
    </message>
    <message>
        <source>so many criteria</source>
        <translation>項判斷項</translation>
    </message>
    <message>
        <source>percent of the weights</source>
        <translation>占權重的百分比</translation>
    </message>
    <message>
        <source>all criteria</source>
        <translation>全部判斷項</translation>
    </message>
    <message>
        <source>Pass mark</source>
        <translation>通過條件</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Passes with</source>
        <translation>通過條件</translation>
    </message>
    <message>
        <source>Leads of this source or industry are offered this set first; without both it is for every lead.</source>
        <translation>來自此來源或產業的潛在客戶優先使用此標準；都不選則適用於所有潛在客戶。</translation>
    </message>
    <message>
        <source>Leads were judged by this set, so its pass mark stays as it is. A new version may change it.</source>
        <translation>已有潛在客戶依此標準評估，通過條件不再改變。可在新版本中修改。</translation>
    </message>
    <message>
        <source>An example stands here once the set has criteria.</source>
        <translation>新增判斷項後，這裡會顯示範例。</translation>
    </message>
    <message>
        <source>Give the set a name.</source>
        <translation>請填寫標準名稱。</translation>
    </message>
    <message>
        <source>Made the set {name}.</source>
        <translation>已新增標準 {name}。</translation>
    </message>
    <message>
        <source>Changed the set {name}.</source>
        <translation>已修改標準 {name}。</translation>
    </message>
</context>
<context>
    <name>CriteriaSection</name>
    <message>
        <source>Qualification</source>
        <translation>資格評估</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>標準</translation>
    </message>
    <message>
        <source>For</source>
        <translation>適用於</translation>
    </message>
    <message>
        <source>Passes with</source>
        <translation>通過條件</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>評估次數</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Sets of criteria</source>
        <translation>判斷標準</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>判斷項</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>Knock-out</source>
        <translation>一票否決</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>判斷項</translation>
    </message>
    <message>
        <source>Make a new &amp;version</source>
        <translation>建立新版本(&amp;V)</translation>
    </message>
    <message>
        <source>A copy takes its place and may be changed; leads judged so far stay with the old one</source>
        <translation>副本取而代之，可以修改；已評估的潛在客戶仍保留在舊版本</translation>
    </message>
    <message>
        <source>&amp;New set</source>
        <translation>新增標準(&amp;N)</translation>
    </message>
    <message>
        <source>Make a set of your own</source>
        <translation>新增自己的判斷標準</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>Change name and pass mark, and for whom it is</source>
        <translation>修改名稱、通過條件和適用範圍</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>Make a set that asks the same</source>
        <translation>複製出一套相同的標準</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Stop o&amp;ffering</source>
        <translation>停用(&amp;F)</translation>
    </message>
    <message>
        <source>Leads judged by it stay so either way</source>
        <translation>已依它評估的潛在客戶不受影響</translation>
    </message>
    <message>
        <source>&amp;Add criterion</source>
        <translation>新增判斷項(&amp;A)</translation>
    </message>
    <message>
        <source>Ask one thing more</source>
        <translation>再增加一個問題</translation>
    </message>
    <message>
        <source>Ed&amp;it</source>
        <translation>編輯(&amp;I)</translation>
    </message>
    <message>
        <source>Change words and weight</source>
        <translation>修改文字和權重</translation>
    </message>
    <message>
        <source>U&amp;p</source>
        <translation>上移(&amp;P)</translation>
    </message>
    <message>
        <source>Do&amp;wn</source>
        <translation>下移(&amp;W)</translation>
    </message>
    <message>
        <source>S&amp;top asking</source>
        <translation>停止提問(&amp;T)</translation>
    </message>
    <message>
        <source>The first set that fits a lead is offered first.</source>
        <translation>優先使用最先適合該潛在客戶的標準。</translation>
    </message>
    <message>
        <source>no longer offered</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>no longer asked</source>
        <translation>不再提問</translation>
    </message>
    <message>
        <source>&amp;Offer again</source>
        <translation>重新啟用(&amp;O)</translation>
    </message>
    <message numerus="yes">
        <source>Leads were judged by it %n times: its words may change, what counts stays.</source>
        <translation><numerusform>已依它評估 %n 次：文字可以修改，計分方式不變。</numerusform></translation>
    </message>
    <message>
        <source>Leads were judged by this set: make a new version of it first</source>
        <translation>已有潛在客戶依此標準評估：請先建立新版本</translation>
    </message>
    <message>
        <source>&amp;Ask again</source>
        <translation>恢復提問(&amp;A)</translation>
    </message>
    <message>
        <source>Whether it is asked from now on</source>
        <translation>今後是否提問</translation>
    </message>
    <message>
        <source>Copied {name}.</source>
        <translation>已複製 {name}。</translation>
    </message>
    <message>
        <source>A new version of {name} is offered from now on.</source>
        <translation>今後使用 {name} 的新版本。</translation>
    </message>
    <message>
        <source>Moved {name}.</source>
        <translation>已移動 {name}。</translation>
    </message>
    <message>
        <source>{name} is offered again.</source>
        <translation>{name} 已重新啟用。</translation>
    </message>
    <message>
        <source>{name} is no longer offered.</source>
        <translation>{name} 已停用。</translation>
    </message>
    <message>
        <source>{name} is asked again.</source>
        <translation>{name} 恢復提問。</translation>
    </message>
    <message>
        <source>{name} is no longer asked.</source>
        <translation>{name} 不再提問。</translation>
    </message>
</context>
<context>
    <name>CriterionEditor</name>
    <message>
        <source>New criterion</source>
        <translation>新判斷項</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>判斷項</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>問題</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>&amp;Knock-out: a no fails, whatever else is answered</source>
        <translation>一票否決：答「否」即不通過，無論其他回答如何(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Weight</source>
        <translation>權重(&amp;W)</translation>
    </message>
    <message>
        <source>A yes counts the weight, partly half of it. An empty text falls back to another language.</source>
        <translation>「是」計全部權重，「部分」計一半。某種語言留空時顯示另一種語言的文字。</translation>
    </message>
    <message>
        <source>Leads were judged by this set, so weight and knock-out stay as they are. A new version may change them.</source>
        <translation>已有潛在客戶依此標準評估，權重和一票否決不再改變。可在新版本中修改。</translation>
    </message>
    <message>
        <source>Give the criterion a name.</source>
        <translation>請填寫判斷項名稱。</translation>
    </message>
    <message>
        <source>Added the criterion {name}.</source>
        <translation>已新增判斷項 {name}。</translation>
    </message>
    <message>
        <source>Changed the criterion {name}.</source>
        <translation>已修改判斷項 {name}。</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>&amp;Check everything</source>
        <translation>全面檢查(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>修復(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>忘記(&amp;F)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Encrypted; the key is in this computer's keyring. Your login opens it.</source>
        <translation>已加密；金鑰在本機鑰匙圈裡，登入系統即可開啟。</translation>
    </message>
    <message>
        <source>Encrypted with a passphrase, asked for at every start.</source>
        <translation>已用密碼加密，每次啟動時輸入。</translation>
    </message>
    <message>
        <source>Unencrypted: whoever can read the file can read every customer in it.</source>
        <translation>未加密：能讀取該檔案的人都能看到裡面的所有客戶。</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>保護</translation>
    </message>
    <message>
        <source>Leave the demo, &amp;use my own customers</source>
        <translation>離開示範，使用自己的客戶(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Open another file …</source>
        <translation>開啟其他檔案(&amp;O)…</translation>
    </message>
    <message>
        <source>Is everything sound?</source>
        <translation>資料都完好嗎？</translation>
    </message>
    <message>
        <source>Reads the whole file and checks every rule. You can work on meanwhile.</source>
        <translation>讀取整個檔案，檢查每條規則。期間可以繼續工作。</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>檢查結果</translation>
    </message>
    <message>
        <source>What import remembers</source>
        <translation>匯入記住的欄位對應</translation>
    </message>
    <message>
        <source>Nothing yet. When you import a file, its columns can be remembered under a name.</source>
        <translation>還沒有。匯入檔案時，可以把欄位對應命名儲存。</translation>
    </message>
    <message>
        <source>Remembered columns</source>
        <translation>已儲存的欄位對應</translation>
    </message>
    <message>
        <source>Open a crmdesk file or a backup</source>
        <translation>開啟 crmdesk 檔案或備份</translation>
    </message>
    <message>
        <source>crmdesk files and backups (*.store *.db *.backup)</source>
        <translation>crmdesk 檔案和備份 (*.store *.db *.backup)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>正在檢查檔案</translation>
    </message>
    <message>
        <source>Everything is sound.</source>
        <translation>一切完好。</translation>
    </message>
    <message numerus="yes">
        <source>%n findings:</source>
        <translation><numerusform>%n 個問題：</numerusform></translation>
    </message>
    <message>
        <source>Repaired. Checking once more.</source>
        <translation>已修復。正在再次檢查。</translation>
    </message>
    <message>
        <source>The columns of {name} are forgotten.</source>
        <translation>{name} 的欄位對應已忘記。</translation>
    </message>
</context>
<context>
    <name>DateInput</name>
    <message>
        <source>Choose a day</source>
        <translation>選擇日期</translation>
    </message>
</context>
<context>
    <name>DevelopedDialog</name>
    <message>
        <source>New customers</source>
        <translation>新客戶</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期間</translation>
    </message>
    <message>
        <source>Developed by</source>
        <translation>開發人</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>複製</translation>
    </message>
    <message>
        <source>Save as a table …</source>
        <translation>另存為表格…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message numerus="yes">
        <source>%n new customers</source>
        <translation><numerusform>%n 家新客戶</numerusform></translation>
    </message>
    <message>
        <source>{new}, {sites} new sites of known ones</source>
        <translation>{new}，既有客戶的新地點 {sites} 個</translation>
    </message>
    <message>
        <source>Nobody became a customer in this period. Leads become customers when they are converted.</source>
        <translation>這段期間沒有新客戶。潛在客戶轉換後成為客戶。</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>已儲存{name}。</translation>
    </message>
</context>
<context>
    <name>DisqualifyDialog</name>
    <message>
        <source>Disqualify {name}</source>
        <translation>判 {name} 為無效</translation>
    </message>
    <message numerus="yes">
        <source>Disqualify %n leads</source>
        <translation><numerusform>判 %n 筆潛在客戶為無效</numerusform></translation>
    </message>
    <message>
        <source>Disqualify</source>
        <translation>判為無效</translation>
    </message>
    <message>
        <source>It will not become a customer, as far as one knows now  Ctrl+Enter</source>
        <translation>就目前所知不會成為客戶  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Look again on</source>
        <translation>再次查看日期</translation>
    </message>
    <message>
        <source>Choose a reason: the next one who meets this lead wants to know it.</source>
        <translation>請選擇原因：下一位接觸此潛在客戶的人需要知道。</translation>
    </message>
    <message>
        <source>“{text}” is no date. Type one like 2026-12-31.</source>
        <translation>「{text}」不是日期。請寫成 2026-12-31 這樣。</translation>
    </message>
    <message>
        <source>Disqualified {name}.</source>
        <translation>已將 {name} 判為無效。</translation>
    </message>
    <message numerus="yes">
        <source>Disqualified %n leads.</source>
        <translation><numerusform>已將 %n 筆潛在客戶判為無效。</numerusform></translation>
    </message>
</context>
<context>
    <name>DuplicateDesk</name>
    <message>
        <source>Searching for duplicates</source>
        <translation>正在尋找重複</translation>
    </message>
    <message>
        <source>The search for duplicates was stopped. What the last one found is still here.</source>
        <translation>尋找重複已停止。上次的結果仍在這裡。</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Remembered: not a duplicate.</source>
        <translation>已記住：不是重複。</translation>
    </message>
    <message>
        <source>Search for duplicates</source>
        <translation>尋找重複</translation>
    </message>
    <message>
        <source>Compare every company and site with those like it; you can go on working meanwhile</source>
        <translation>把每家公司、每個據點與相似的比對；期間可以繼續工作</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>停止尋找</translation>
    </message>
    <message>
        <source>The last result stays</source>
        <translation>保留上次的結果</translation>
    </message>
    <message>
        <source>Groups of possible duplicates</source>
        <translation>可能重複的分組</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>記錄類型</translation>
    </message>
    <message>
        <source>Which groups are shown</source>
        <translation>顯示哪些分組</translation>
    </message>
    <message>
        <source>Companies and sites</source>
        <translation>公司和據點</translation>
    </message>
    <message>
        <source>Choose a group to see its records side by side.</source>
        <translation>選擇一組，並排檢視其中的記錄。</translation>
    </message>
    <message>
        <source>Searching. You can go on working; the groups appear here at the end.</source>
        <translation>正在尋找。可以繼續工作，結束後結果顯示在這裡。</translation>
    </message>
    <message>
        <source>No duplicates are left there.</source>
        <translation>那裡沒有重複記錄了。</translation>
    </message>
    <message>
        <source>No duplicates are left.</source>
        <translation>沒有重複了。</translation>
    </message>
    <message>
        <source>The store was not searched yet. Companies and sites are compared by name, credit code, phone and premises; two sites of one company are no duplicates unless they share an address.</source>
        <translation>還沒有尋找過。公司和據點依名稱、統編／信用代碼、電話和所在處比對；同一家公司的兩個據點，地址相同才算重複。</translation>
    </message>
    <message numerus="yes">
        <source>%n groups</source>
        <translation><numerusform>%n 組</numerusform></translation>
    </message>
    <message>
        <source>{groups} of the search of {time}; searching again …</source>
        <translation>{time} 尋找：{groups}；正在重新尋找…</translation>
    </message>
    <message>
        <source>{groups} of the search of {time} over {count} records</source>
        <translation>{time} 尋找了 {count} 筆記錄：{groups}</translation>
    </message>
    <message>
        <source>{summary}; {skipped} share a key with too many others and were compared by other keys only</source>
        <translation>{summary}；另有 {skipped} 筆與太多記錄有相同之處，只依其他內容比對</translation>
    </message>
</context>
<context>
    <name>EditorDialog</name>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>儲存  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>EmptiesEditor</name>
    <message>
        <source>Texts that mean empty</source>
        <translation>表示空白的文字</translation>
    </message>
    <message>
        <source>such as Select, N/A, -</source>
        <translation>例如 請選擇、N/A、-</translation>
    </message>
    <message>
        <source>Cells that hold nothing else count as empty.</source>
        <translation>只含這些文字的儲存格視為空白。</translation>
    </message>
</context>
<context>
    <name>ExchangeElement</name>
    <message>
        <source>Exchange</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Send what you changed and fetch what others changed</source>
        <translation>送出您的修改，取回別人的修改</translation>
    </message>
    <message>
        <source>Stop the exchange; what is done is done, the rest follows next time</source>
        <translation>停止同步；已完成的保留，其餘下次再做</translation>
    </message>
    <message>
        <source>Stop the exchange</source>
        <translation>停止同步</translation>
    </message>
    <message>
        <source>Exchange with the centre</source>
        <translation>與中心同步</translation>
    </message>
    <message numerus="yes">
        <source>%n on their way</source>
        <translation><numerusform>%n 項待送達</numerusform></translation>
    </message>
    <message>
        <source>{waiting} customers and entries with changes are saved here only, {sent} were sent and are not confirmed yet</source>
        <translation>{waiting} 項有修改的客戶和內容只儲存在本機，{sent} 項已送出、尚未確認</translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation><numerusform>%n 項待您處理</numerusform></translation>
    </message>
    <message>
        <source>Two changed the same thing, or a colleague's edit waits for your word</source>
        <translation>兩人改了同一處，或同事的修改等您確認</translation>
    </message>
    <message>
        <source>not exchanged</source>
        <translation>未同步</translation>
    </message>
    <message numerus="yes">
        <source>%n news</source>
        <translation><numerusform>%n 則新動態</numerusform></translation>
    </message>
    <message>
        <source>{when} · {news}</source>
        <translation>{when} · {news}</translation>
    </message>
    <message>
        <source>What others changed; centre: {name}</source>
        <translation>別人的修改；中心：{name}</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Parts of the exchange</source>
        <translation>同步的各部分</translation>
    </message>
    <message>
        <source>News</source>
        <translation>新動態</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>待送達</translation>
    </message>
    <message>
        <source>Held by me</source>
        <translation>由我跟進</translation>
    </message>
    <message>
        <source>Next and previous part: Ctrl+PgDown, Ctrl+PgUp</source>
        <translation>下一頁：Ctrl+PgDown，上一頁：Ctrl+PgUp</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Save the picture</source>
        <translation>儲存圖片</translation>
    </message>
    <message>
        <source>PNG picture for print (*.png)</source>
        <translation>列印用 PNG 圖片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 向量圖 (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文件 (*.pdf)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 圖片 (*.png)</translation>
    </message>
</context>
<context>
    <name>ExportWizard</name>
    <message>
        <source>Export to a database</source>
        <translation>匯出到資料庫</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>匯出到哪裡</translation>
    </message>
    <message>
        <source>Check what would be written</source>
        <translation>檢查將寫入的內容</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>報告</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Comparing with {name}. Nothing is written.</source>
        <translation>正在與 {name} 比對。不會寫入。</translation>
    </message>
    <message>
        <source>Exporting to {name}</source>
        <translation>正在匯出到 {name}</translation>
    </message>
    <message>
        <source>There is nothing to write.</source>
        <translation>沒有要寫入的內容。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止。沒有寫入。</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose …</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>Choose a file…</source>
        <translation>選擇檔案…</translation>
    </message>
    <message>
        <source>Drop a file of customers or leads here: .csv, .xlsx, .xls, .ods, .et or text. Nothing is changed before you say so.</source>
        <translation>把客戶或潛在客戶檔案拖到這裡：.csv、.xlsx、.xls、.ods、.et 或文字檔。在您確認之前不會變更任何內容。</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>選擇其他檔案…</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>編碼</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符號</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Import customers or leads</source>
        <translation>匯入客戶或潛在客戶</translation>
    </message>
    <message>
        <source>Tables and text (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.et *.gz *.bz2)</source>
        <translation>表格和文字檔 (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.et *.gz *.bz2)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有檔案 (*)</translation>
    </message>
    <message>
        <source>The encoding is not certain. Look at the rows below, and choose another one if they do not read well.</source>
        <translation>編碼不能確定。請看下面的列，如有亂碼請換一種編碼。</translation>
    </message>
    <message>
        <source>{size} · {folder}</source>
        <translation>{size} · {folder}</translation>
    </message>
    <message>
        <source>No row holds the names of the columns. If one does, click its number.</source>
        <translation>沒有一列是欄名。如果有，請點選它的列號。</translation>
    </message>
    <message>
        <source>Row {row} holds the names of the columns. To change that, click the number of another row.</source>
        <translation>第 {row} 列是欄名。要變更，請點選另一列的列號。</translation>
    </message>
    <message>
        <source>Files with these columns are known; they are understood as in “{name}”.</source>
        <translation>認得有這些欄的檔案，各欄按「{name}」理解。</translation>
    </message>
    <message>
        <source>You imported such a file before; its columns are understood as in “{name}”.</source>
        <translation>您匯入過這樣的檔案，各欄按「{name}」理解。</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Follow up {name}</source>
        <translation>跟進 {name}</translation>
    </message>
    <message numerus="yes">
        <source>Follow up %n leads</source>
        <translation><numerusform>跟進 %n 筆潛在客戶</numerusform></translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>發生了什麼？</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>沒有計畫</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Save the follow-up  Ctrl+Enter</source>
        <translation>儲存跟進  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>+%n d</source>
        <translation><numerusform>+%n 天</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>In %n days</source>
        <translation><numerusform>%n 天後</numerusform></translation>
    </message>
    <message>
        <source>“{text}” is no date. Type one like 2026-12-31.</source>
        <translation>「{text}」不是日期。請寫成 2026-12-31 這樣。</translation>
    </message>
    <message>
        <source>Followed up {name}.</source>
        <translation>已跟進 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>Followed up %n leads.</source>
        <translation><numerusform>已跟進 %n 筆潛在客戶。</numerusform></translation>
    </message>
</context>
<context>
    <name>GeneralSection</name>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>&amp;Restart now</source>
        <translation>立即重新啟動(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>語言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>外觀(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Size of everything</source>
        <translation>整體大小(&amp;S)</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>下次啟動時生效。</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
</context>
<context>
    <name>GroupPanel</name>
    <message>
        <source>Merge …</source>
        <translation>合併…</translation>
    </message>
    <message>
        <source>Make one record of the group  M</source>
        <translation>把本組合併為一筆記錄  M</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>不是重複</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Show the chosen record on the page of accounts  Enter</source>
        <translation>在客戶頁面檢視所選記錄  Enter</translation>
    </message>
    <message numerus="yes">
        <source>%n records that may be one</source>
        <translation><numerusform>%n 筆記錄可能是同一個</numerusform></translation>
    </message>
    <message>
        <source>Remember that these two are different  N</source>
        <translation>記住這兩筆不是同一個  N</translation>
    </message>
    <message>
        <source>Remember that the chosen record is another than the rest  N</source>
        <translation>記住所選記錄與其餘不是同一個  N</translation>
    </message>
    <message>
        <source>Why {name} stands here</source>
        <translation>{name} 為什麼在這裡</translation>
    </message>
    <message>
        <source>It is like another record of the group.</source>
        <translation>它與本組另一筆記錄相似。</translation>
    </message>
    <message>
        <source>{number}. {name} beside {other_number}. {other} – {score} %</source>
        <translation>{number}. {name} 與 {other_number}. {other} 比對 – {score}%</translation>
    </message>
</context>
<context>
    <name>GroupPictureWindow</name>
    <message>
        <source>Reading the group…</source>
        <translation>正在讀取集團…</translation>
    </message>
    <message>
        <source>{name} – the whole group</source>
        <translation>{name} – 整個集團</translation>
    </message>
    <message>
        <source>There is nothing to size a picture by: {name} has no figure for “{measure}”. The org chart needs none.</source>
        <translation>沒有可定大小的數字：{name} 沒有「{measure}」。組織圖不需要數字。</translation>
    </message>
    <message>
        <source>{shown} of {count} companies and sites; the rest comes when you go into a node</source>
        <translation>共 {count} 個公司和據點，顯示 {shown} 個；進入下層可看其餘</translation>
    </message>
    <message>
        <source>{count} companies and sites</source>
        <translation>{count} 個公司和據點</translation>
    </message>
    <message>
        <source>{name} – by {measure}</source>
        <translation>{name} – 依{measure}</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已存為 {name}。</translation>
    </message>
    <message>
        <source>Show the org chart</source>
        <translation>顯示組織圖</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>開啟所在資料夾</translation>
    </message>
    <message>
        <source>What the colours mean</source>
        <translation>顏色說明</translation>
    </message>
    <message>
        <source>The whole group</source>
        <translation>整個集團</translation>
    </message>
</context>
<context>
    <name>GroupSource</name>
    <message>
        <source>Confidence</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>記錄</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>數量</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Decided meanwhile.</source>
        <translation>期間已處理。</translation>
    </message>
</context>
<context>
    <name>HandOutDialog</name>
    <message numerus="yes">
        <source>Assign %n records</source>
        <translation><numerusform>指派 %n 筆記錄</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n records are with {person} now.</source>
        <translation><numerusform>%n 筆記錄現由 {person} 負責。</numerusform></translation>
    </message>
</context>
<context>
    <name>HeldTab</name>
    <message numerus="yes">
        <source>%n customers</source>
        <translation><numerusform>%n 個客戶</numerusform></translation>
    </message>
    <message>
        <source>You hold nothing. Before you travel, choose “Take with me” in a customer's menu: nobody else chases it until you are back.</source>
        <translation>沒有由您跟進的客戶。出差前在客戶的選單裡選「暫由我跟進」：您回來之前沒有別人跟進它。</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>跟進人</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>What I hold</source>
        <translation>由我跟進的客戶</translation>
    </message>
    <message>
        <source>Give &amp;up</source>
        <translation>放棄跟進(&amp;U)</translation>
    </message>
    <message>
        <source>Let others chase it again</source>
        <translation>讓別人可以跟進</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開啟(&amp;O)</translation>
    </message>
    <message>
        <source>Show the customer on the page of accounts  Enter</source>
        <translation>在客戶頁面檢視該客戶  Enter</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>Choose a company or a site in the tree to see it here.</source>
        <translation>在左邊的樹狀圖裡選擇公司或據點，這裡顯示詳細資料。</translation>
    </message>
    <message>
        <source>search for a company, site or person</source>
        <translation>搜尋公司、據點或聯絡人</translation>
    </message>
    <message>
        <source>enter a new company or site</source>
        <translation>新增公司或據點</translation>
    </message>
    <message>
        <source>go from the tree into the record</source>
        <translation>從樹狀圖進入詳細資料</translation>
    </message>
    <message>
        <source>rename in the tree</source>
        <translation>在樹狀圖裡重新命名</translation>
    </message>
    <message>
        <source>open everything below a company</source>
        <translation>展開公司的所有下層</translation>
    </message>
    <message>
        <source>take back what was done last</source>
        <translation>復原上一步操作</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Nothing was changed here yet.</source>
        <translation>這裡還沒有變更。</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>…還有 {count} 項</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>有人</translation>
    </message>
    <message>
        <source>{who} imported {label}</source>
        <translation>{who} 匯入了 {label}</translation>
    </message>
    <message>
        <source>{who} took back an action</source>
        <translation>{who} 復原了一步操作</translation>
    </message>
    <message>
        <source>{who} did an action again</source>
        <translation>{who} 重做了一步操作</translation>
    </message>
    <message>
        <source>{who} merged {label}</source>
        <translation>{who} 合併了 {label}</translation>
    </message>
    <message>
        <source>{who} settled: {fields}</source>
        <translation>{who} 解決了衝突：{fields}</translation>
    </message>
    <message>
        <source>{who} created this record</source>
        <translation>{who} 建立了此筆記錄</translation>
    </message>
    <message>
        <source>{who} added: {what}</source>
        <translation>{who} 新增了：{what}</translation>
    </message>
    <message>
        <source>{who} deleted: {what}</source>
        <translation>{who} 刪除了：{what}</translation>
    </message>
    <message>
        <source>{who} changed: {fields}</source>
        <translation>{who} 修改了：{fields}</translation>
    </message>
    <message>
        <source>{text} · from the centre</source>
        <translation>{text} · 來自中心</translation>
    </message>
    <message>
        <source>{text} (taken back)</source>
        <translation>{text}（已復原）</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}：{value}</translation>
    </message>
    <message>
        <source>{field}: {old} → {new}</source>
        <translation>{field}：{old} → {new}</translation>
    </message>
</context>
<context>
    <name>ImportDesk</name>
    <message>
        <source>Your change is kept and will be saved as soon as the import of {name} has ended.</source>
        <translation>您的修改已記下，{name} 匯入結束後立即儲存。</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>正在匯入 {name}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Take the whole import back</source>
        <translation>復原整個匯入</translation>
    </message>
    <message>
        <source>Show result</source>
        <translation>檢視結果</translation>
    </message>
    <message>
        <source>The import of {name} was stopped. Nothing was changed.</source>
        <translation>{name} 的匯入已停止。未做任何變更。</translation>
    </message>
    <message>
        <source>The import of {name} was undone.</source>
        <translation>{name} 的匯入已復原。</translation>
    </message>
    <message numerus="yes">
        <source>The import of {name} was undone, except for %n records that were changed since.</source>
        <translation><numerusform>{name} 的匯入已復原，之後被修改過的 %n 筆記錄除外。</numerusform></translation>
    </message>
    <message>
        <source>Undoing the import was stopped. Nothing was changed.</source>
        <translation>復原匯入已停止。未做任何變更。</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>Import customers or leads</source>
        <translation>匯入客戶或潛在客戶</translation>
    </message>
    <message>
        <source>File</source>
        <translation>檔案</translation>
    </message>
    <message>
        <source>Continue to the columns</source>
        <translation>下一步：欄位對應</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>欄位對應</translation>
    </message>
    <message>
        <source>Who gets them</source>
        <translation>分給誰</translation>
    </message>
    <message>
        <source>Check what would happen</source>
        <translation>預覽結果</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Continue to where they go</source>
        <translation>繼續：分到哪裡</translation>
    </message>
    <message>
        <source>Show the customers</source>
        <translation>檢視客戶</translation>
    </message>
    <message>
        <source>Show the pool</source>
        <translation>檢視公海</translation>
    </message>
    <message>
        <source>Show the leads</source>
        <translation>檢視潛在客戶</translation>
    </message>
    <message>
        <source>An import is being undone. Wait until that has ended.</source>
        <translation>正在復原一次匯入。請等它結束。</translation>
    </message>
    <message>
        <source>An import is under way. Wait until it has ended.</source>
        <translation>匯入正在進行。請等它結束。</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>請先選擇檔案。</translation>
    </message>
    <message>
        <source>Checking {name}. Nothing is changed.</source>
        <translation>正在檢查 {name}。沒有任何變更。</translation>
    </message>
    <message>
        <source>What the import would do. Nothing is changed so far.</source>
        <translation>匯入將做什麼。目前沒有任何變更。</translation>
    </message>
    <message>
        <source>There is nothing to import: no row would create or change anything.</source>
        <translation>沒有可匯入的內容：沒有一列會建立或變更記錄。</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>正在匯入 {name}</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing was changed.</source>
        <translation>匯入已停止。未做任何變更。</translation>
    </message>
</context>
<context>
    <name>ImportingPage</name>
    <message>
        <source>You can close this and go on working: the line at the bottom of the window shows how far it is. Searching and reading work as ever; what you change meanwhile is saved when the import has ended.</source>
        <translation>可以關閉這裡繼續工作：視窗底部會顯示進度。搜尋和檢視照常；期間所做的修改在匯入結束後儲存。</translation>
    </message>
</context>
<context>
    <name>InlineEdit</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
</context>
<context>
    <name>JoinsForm</name>
    <message>
        <source>Nobody</source>
        <translation>無人</translation>
    </message>
    <message>
        <source>A new record, or one that exists: only its empty fields are filled</source>
        <translation>新增，或選已有的：只補空白處</translation>
    </message>
    <message>
        <source>Name of the new record</source>
        <translation>新記錄的名稱</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快速鍵</translation>
    </message>
</context>
<context>
    <name>LeadBoard</name>
    <message>
        <source>Drag cards, or move them with Alt+Left and Alt+Right; Ctrl and Shift select several</source>
        <translation>拖曳卡片，或用 Alt+←、Alt+→ 移動；按住 Ctrl 或 Shift 可多選</translation>
    </message>
</context>
<context>
    <name>LeadDeeds</name>
    <message>
        <source>Each lead is qualified by its own answers: move them one by one.</source>
        <translation>每筆潛在客戶依各自的回答評估，請逐筆移動。</translation>
    </message>
    <message numerus="yes">
        <source>%n leads: {status}</source>
        <translation><numerusform>%n 筆潛在客戶：{status}</numerusform></translation>
    </message>
    <message>
        <source>Claim {name}</source>
        <translation>領取 {name}</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>領取</translation>
    </message>
    <message>
        <source>Claim all the same</source>
        <translation>仍然領取</translation>
    </message>
    <message>
        <source>Asked for {name}; it is yours when the centre says so.</source>
        <translation>已申請 {name}；經中心確認後歸您負責。</translation>
    </message>
    <message numerus="yes">
        <source>Asked for %n leads; they are yours when the centre says so.</source>
        <translation><numerusform>已申請 %n 筆潛在客戶；經中心確認後歸您負責。</numerusform></translation>
    </message>
    <message>
        <source>Claimed {name}.</source>
        <translation>已領取 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>Claimed %n leads.</source>
        <translation><numerusform>已領取 %n 筆潛在客戶。</numerusform></translation>
    </message>
    <message>
        <source>Took back the claim of {name}.</source>
        <translation>已撤回對 {name} 的領取。</translation>
    </message>
    <message>
        <source>Took up {name} again.</source>
        <translation>已重新拾起 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>Took up %n leads again.</source>
        <translation><numerusform>已重新拾起 %n 筆潛在客戶。</numerusform></translation>
    </message>
    <message>
        <source>Deleted {name}.</source>
        <translation>已刪除 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n leads.</source>
        <translation><numerusform>已刪除 %n 筆潛在客戶。</numerusform></translation>
    </message>
    <message>
        <source>&amp;Claim</source>
        <translation>領取(&amp;C)</translation>
    </message>
    <message>
        <source>Take it from its pool and look after it</source>
        <translation>從公海領取並負責跟進</translation>
    </message>
    <message>
        <source>&amp;Release to a pool …</source>
        <translation>釋放到公海(&amp;R)…</translation>
    </message>
    <message>
        <source>Give it up, so that others can claim it</source>
        <translation>放棄，讓其他人可以領取</translation>
    </message>
    <message>
        <source>&amp;Assign to …</source>
        <translation>指派給(&amp;A)…</translation>
    </message>
    <message>
        <source>Give it to a person</source>
        <translation>交給一個人</translation>
    </message>
    <message>
        <source>&amp;Disqualify …</source>
        <translation>判為無效(&amp;D)…</translation>
    </message>
    <message>
        <source>Say why it will not become a customer, and when to look again</source>
        <translation>說明為何不會成為客戶，以及何時再看</translation>
    </message>
    <message>
        <source>Take &amp;up again</source>
        <translation>重新拾起(&amp;U)</translation>
    </message>
    <message>
        <source>Work on it again although it was disqualified</source>
        <translation>雖已判為無效，仍重新跟進</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>刪除(&amp;L)</translation>
    </message>
    <message>
        <source>Delete it with its follow-ups; it can be undone</source>
        <translation>連同跟進一起刪除；可復原</translation>
    </message>
    <message>
        <source>It was converted and is only read now</source>
        <translation>已轉化，現在唯讀</translation>
    </message>
    <message>
        <source>It is yours already, or you asked for it</source>
        <translation>已歸您負責，或您已申請</translation>
    </message>
    <message>
        <source>{owner} has it</source>
        <translation>由 {owner} 負責</translation>
    </message>
    <message>
        <source>Only who has it can release it</source>
        <translation>只有負責人可以釋放</translation>
    </message>
    <message>
        <source>It is disqualified already</source>
        <translation>已判為無效</translation>
    </message>
    <message>
        <source>It is not disqualified</source>
        <translation>未判為無效</translation>
    </message>
</context>
<context>
    <name>LeadFilterBar</name>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>With</source>
        <translation>負責人</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>Source …</source>
        <translation>來源…</translation>
    </message>
    <message>
        <source>Industry …</source>
        <translation>行業…</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>行銷活動</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Not spoken to</source>
        <translation>未跟進</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>資料完整度</translation>
    </message>
    <message>
        <source>At least {percent} %</source>
        <translation>至少 {percent} %</translation>
    </message>
    <message>
        <source>Take all conditions away</source>
        <translation>移除全部條件</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>篩選</translation>
    </message>
    <message>
        <source>Add a condition to the list  Ctrl+Shift+F</source>
        <translation>為清單新增條件  Ctrl+Shift+F</translation>
    </message>
</context>
<context>
    <name>LeadHead</name>
    <message>
        <source>No lead of this list is called that.</source>
        <translation>這個清單裡沒有這樣的潛在客戶。</translation>
    </message>
    <message>
        <source>No lead of this list meets all conditions. Take one away to see more.</source>
        <translation>此清單中沒有潛在客戶符合全部條件。移除一個條件可看到更多。</translation>
    </message>
    <message>
        <source>Name, person, phone, city …</source>
        <translation>名稱、聯絡人、電話、城市…</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>篩選清單</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Cards in columns by status</source>
        <translation>依狀態分欄的卡片</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>新增潛在客戶</translation>
    </message>
    <message>
        <source>Enter a company or person that may become a customer</source>
        <translation>輸入可能成為客戶的公司或個人</translation>
    </message>
</context>
<context>
    <name>LeadPanel</name>
    <message>
        <source>Convert {name}</source>
        <translation>轉換 {name}</translation>
    </message>
    <message>
        <source>Convert all the same</source>
        <translation>仍然轉換</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Save this lead  Ctrl+S</source>
        <translation>儲存此潛在客戶  Ctrl+S</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>跟進</translation>
    </message>
    <message>
        <source>What happened, what comes next, when  {key}</source>
        <translation>發生了什麼、下一步、何時  {key}</translation>
    </message>
    <message>
        <source>Qualify</source>
        <translation>資格評估</translation>
    </message>
    <message>
        <source>Ask, note, see where it stands, decide</source>
        <translation>提問、記錄、看結果、下結論</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Parts of the lead</source>
        <translation>潛在客戶的各部分</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>總覽</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟進</translation>
    </message>
    <message>
        <source>Nobody spoke to this lead yet.</source>
        <translation>還沒有人跟進過這筆潛在客戶。</translation>
    </message>
    <message>
        <source>{percent} % filled</source>
        <translation>完整度 {percent}%</translation>
    </message>
    <message>
        <source>Became a customer: {links}</source>
        <translation>已成為客戶：{links}</translation>
    </message>
    <message>
        <source>Undo the conversion</source>
        <translation>復原轉換</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>轉換</translation>
    </message>
    <message>
        <source>Make it a customer</source>
        <translation>轉為客戶</translation>
    </message>
    <message>
        <source>Qualify it first, then make it a customer</source>
        <translation>先評估資格，再轉為客戶</translation>
    </message>
    <message>
        <source>Make it a lead again, as long as nothing was built on it</source>
        <translation>只要還沒有後續內容，可以變回潛在客戶</translation>
    </message>
</context>
<context>
    <name>LeadViewList</name>
    <message>
        <source>Save this view as</source>
        <translation>將此檢視儲存為</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>重新命名檢視</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>List of leads</source>
        <translation>潛在客戶清單</translation>
    </message>
    <message>
        <source>Which leads are shown</source>
        <translation>顯示哪些潛在客戶</translation>
    </message>
    <message>
        <source>Save, rename or delete a view</source>
        <translation>儲存、重新命名或刪除檢視</translation>
    </message>
    <message>
        <source>Save this view as …</source>
        <translation>將此檢視另存為…</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>重新命名…</translation>
    </message>
    <message>
        <source>Delete this view</source>
        <translation>刪除此檢視</translation>
    </message>
    <message>
        <source>Begin with this list</source>
        <translation>開啟時顯示此清單</translation>
    </message>
</context>
<context>
    <name>LeadsPage</name>
    <message>
        <source>The leads go to</source>
        <translation>潛在客戶分到</translation>
    </message>
    <message>
        <source>Hand them out</source>
        <translation>分配給多人</translation>
    </message>
    <message>
        <source>Leads that are there already</source>
        <translation>已存在的潛在客戶</translation>
    </message>
    <message>
        <source>A row that names its owner goes to him, whatever is chosen here.</source>
        <translation>列中寫明負責人的，歸該負責人，不受此處選擇影響。</translation>
    </message>
    <message>
        <source>Add sources that are not in the list of sources yet</source>
        <translation>把來源清單中還沒有的來源加進去</translation>
    </message>
    <message>
        <source>no, all to the same</source>
        <translation>否，全部歸同一處</translation>
    </message>
    <message>
        <source>to several people in turn</source>
        <translation>輪流分給多人</translation>
    </message>
    <message>
        <source>to a person by province or city</source>
        <translation>依省份或城市分給負責人</translation>
    </message>
    <message>
        <source>to a person by industry</source>
        <translation>依產業分給負責人</translation>
    </message>
    <message>
        <source>are left out</source>
        <translation>不匯入</translation>
    </message>
    <message>
        <source>get what is empty in them filled</source>
        <translation>補齊其中的空白欄位</translation>
    </message>
    <message>
        <source>are imported a second time</source>
        <translation>再次匯入</translation>
    </message>
    <message>
        <source>A lead is there already when its number in the other system, mail address, phone, or company and person are the same. Rows whose company is a customer are treated alike; nothing of a customer is changed.</source>
        <translation>外部編號、郵件、電話，或公司與聯絡人相同，即視為潛在客戶已存在。公司已是客戶的列比照處理；客戶資料不會變更。</translation>
    </message>
    <message>
        <source>Choose who gets leads.</source>
        <translation>請選擇分給誰。</translation>
    </message>
    <message>
        <source>Say which leads go to whom, in one line at least.</source>
        <translation>請至少填一列，說明哪些潛在客戶分給誰。</translation>
    </message>
    <message>
        <source>the pool {name}</source>
        <translation>公海 {name}</translation>
    </message>
    <message>
        <source>me ({name})</source>
        <translation>我（{name}）</translation>
    </message>
    <message>
        <source>All others go to</source>
        <translation>其餘分給</translation>
    </message>
    <message>
        <source>Everybody ticked gets as many as the others.</source>
        <translation>勾選的每個人分到的數量相同。</translation>
    </message>
    <message>
        <source>Those no line above speaks of, or whose place or industry is not known.</source>
        <translation>上面各列未涉及的，或地區、產業未知的。</translation>
    </message>
    <message numerus="yes">
        <source>%n leads</source>
        <translation><numerusform>%n 筆潛在客戶</numerusform></translation>
    </message>
    <message>
        <source>Saved the view {name}.</source>
        <translation>已儲存檢視「{name}」。</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>潛在客戶</translation>
    </message>
    <message>
        <source>Choose a lead to see it here.</source>
        <translation>選擇一筆潛在客戶，在這裡查看。</translation>
    </message>
</context>
<context>
    <name>LeaveBar</name>
    <message>
        <source>{name} has changes that are not saved.</source>
        <translation>{name} 有未儲存的修改。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>儲存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放棄(&amp;D)</translation>
    </message>
    <message>
        <source>S&amp;tay here</source>
        <translation>留在這裡(&amp;T)</translation>
    </message>
    <message>
        <source>Go on with this record  Esc</source>
        <translation>繼續編輯此筆記錄  Esc</translation>
    </message>
</context>
<context>
    <name>LeaveQuestion</name>
    <message>
        <source>Close and lose what you did here?</source>
        <translation>關閉並放棄這裡所做的內容嗎？</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>關閉並放棄</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>繼續操作</translation>
    </message>
    <message>
        <source>I know that &amp;wiping cannot be undone</source>
        <translation>我知道清除後無法復原(&amp;W)</translation>
    </message>
    <message>
        <source>Leave and &amp;keep the data</source>
        <translation>退出並保留資料(&amp;K)</translation>
    </message>
    <message>
        <source>Leave and wi&amp;pe everything here</source>
        <translation>退出並清除本機全部內容(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>不退出(&amp;S)</translation>
    </message>
    <message>
        <source>If you keep the data, everything stays here as it is now and is yours alone; colleagues see no further change of yours. If you wipe it, every customer, note and person goes from this computer, with the backups of this file; the centre keeps what it has.</source>
        <translation>如果保留，資料照現在的樣子留在本機，只歸您用；您之後的修改同事看不到。如果清除，所有客戶、跟進紀錄和聯絡人連同此檔案的備份都從本機消失；中心已有的不變。</translation>
    </message>
    <message numerus="yes">
        <source>%n records have changes the centre does not have. Exchange first, or wiping loses them.</source>
        <translation><numerusform>%n 筆記錄的修改還沒到中心。請先同步，否則清除會失去它們。</numerusform></translation>
    </message>
    <message>
        <source>Waits for the tick above</source>
        <translation>請先勾選上面一項</translation>
    </message>
</context>
<context>
    <name>LikelyLine</name>
    <message>
        <source>Open it</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Go on with this record instead of making another</source>
        <translation>用這筆記錄，不再新增</translation>
    </message>
    <message>
        <source>New site here</source>
        <translation>在此新增據點</translation>
    </message>
    <message>
        <source>What you enter is a new site of this company</source>
        <translation>您輸入的是這家公司的新據點</translation>
    </message>
</context>
<context>
    <name>LikelyList</name>
    <message>
        <source>It may be here already:</source>
        <translation>可能已經有了：</translation>
    </message>
    <message>
        <source>Records that may be the same</source>
        <translation>可能相同的記錄</translation>
    </message>
</context>
<context>
    <name>LinkForm</name>
    <message>
        <source>&amp;Use it</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Exchange now</source>
        <translation>立即同步(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Leave the centre …</source>
        <translation>退出中心(&amp;L)…</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Login name</source>
        <translation>帳號</translation>
    </message>
    <message>
        <source>Last exchange</source>
        <translation>上次同步</translation>
    </message>
    <message>
        <source>E&amp;xchange</source>
        <translation>同步(&amp;X)</translation>
    </message>
    <message>
        <source>While the program runs and there is a network. The button always works.</source>
        <translation>在程式執行且有網路時進行。按鈕隨時可用。</translation>
    </message>
    <message>
        <source>The less it carries, the faster a first exchange is. What is left out goes from here with the next exchange.</source>
        <translation>攜帶得越少，首次同步越快。不攜帶的內容下次同步時從本機移走。</translation>
    </message>
    <message>
        <source>This laptop &amp;carries</source>
        <translation>本機攜帶(&amp;C)</translation>
    </message>
    <message>
        <source>With everything under them. One that is not on this laptop is added by its customer code.</source>
        <translation>連同其下全部內容。不在本機上的公司按客戶編號新增。</translation>
    </message>
    <message>
        <source>&amp;And companies</source>
        <translation>以及公司(&amp;A)</translation>
    </message>
    <message>
        <source>For the history of a record and for undoing. What is older goes from here; the centre keeps all of it.</source>
        <translation>用於查看記錄的歷史和復原。更早的修改從本機移除，中心保留全部。</translation>
    </message>
    <message>
        <source>&amp;History kept here</source>
        <translation>本機保留的歷史(&amp;H)</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密碼</translation>
    </message>
    <message>
        <source>New &amp;password</source>
        <translation>新密碼(&amp;P)</translation>
    </message>
    <message>
        <source>When it was changed at the centre.</source>
        <translation>中心的密碼改過之後填寫。</translation>
    </message>
    <message numerus="yes">
        <source>every %n minutes</source>
        <translation><numerusform>每 %n 分鐘</numerusform></translation>
    </message>
    <message>
        <source>by the button only</source>
        <translation>只在按按鈕時</translation>
    </message>
    <message>
        <source>Exchanging …</source>
        <translation>正在同步…</translation>
    </message>
    <message>
        <source>Waits for: my own accounts, and chosen companies</source>
        <translation>需先選擇「我自己的客戶和選定的公司」</translation>
    </message>
</context>
<context>
    <name>LongUndo</name>
    <message>
        <source>Doing again: {what}</source>
        <translation>正在重做：{what}</translation>
    </message>
    <message>
        <source>Undoing: {what}</source>
        <translation>正在復原：{what}</translation>
    </message>
    <message>
        <source>Your change is kept and will be saved as soon as this has ended: {what}</source>
        <translation>您的修改已記下，此項結束後立即儲存：{what}</translation>
    </message>
</context>
<context>
    <name>LostEditsDialog</name>
    <message>
        <source>Entered since the backup</source>
        <translation>備份之後輸入的內容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記錄</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>輸入的內容</translation>
    </message>
    <message>
        <source>The backup holds everything: nothing was entered since. The damaged file is kept as {path}.</source>
        <translation>備份是完整的：之後沒有輸入任何內容。損壞的檔案保留為 {path}。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were made after the backup. The damaged file is kept as {path}.</source>
        <translation><numerusform>備份之後輸入了 %n 項。損壞的檔案保留為 {path}。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n entries made after the backup could be read; others could not. The damaged file is kept as {path}.</source>
        <translation><numerusform>備份之後輸入的內容中能讀出 %n 項，其餘讀不出。損壞的檔案保留為 {path}。</numerusform></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>複製(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save as CSV …</source>
        <translation>另存為 CSV(&amp;S)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>&amp;Enter all again</source>
        <translation>全部重新輸入(&amp;E)</translation>
    </message>
    <message>
        <source>Makes these entries in the restored file; they can be undone</source>
        <translation>在還原的檔案中輸入這些內容；可以復原</translation>
    </message>
    <message>
        <source>Save the entries</source>
        <translation>儲存輸入的內容</translation>
    </message>
</context>
<context>
    <name>MatchList</name>
    <message>
        <source>Pairs that may be the same</source>
        <translation>可能相同的各對</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>中心的</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本機的</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>之後再說</translation>
    </message>
</context>
<context>
    <name>MatchingOffer</name>
    <message>
        <source>Compare</source>
        <translation>比對</translation>
    </message>
    <message numerus="yes">
        <source>%n of your records may be at the centre already. Nothing of yours is sent until you have looked.</source>
        <translation><numerusform>您有 %n 筆記錄可能已在中心。您看過之後才會送出。</numerusform></translation>
    </message>
</context>
<context>
    <name>MatchingReview</name>
    <message numerus="yes">
        <source>Making one of %n pairs each</source>
        <translation><numerusform>正在逐對合併，共 %n 對</numerusform></translation>
    </message>
    <message>
        <source>Remembered: the same. Your record became part of the centre's.</source>
        <translation>已記住：相同。您的記錄已併入中心的記錄。</translation>
    </message>
    <message>
        <source>Stopped. The pairs decided on by then stay decided.</source>
        <translation>已停止。之前已決定的保留。</translation>
    </message>
    <message>
        <source>Remembered: not the same.</source>
        <translation>已記住：不同。</translation>
    </message>
    <message>
        <source>What the centre has already</source>
        <translation>中心已有的記錄</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Your record becomes part of the centre's  S</source>
        <translation>您的記錄併入中心的記錄  S</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Remember that these are two; both are kept  N</source>
        <translation>記住這是兩筆，都保留  N</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>之後再說</translation>
    </message>
    <message>
        <source>Keep both for now; the page of duplicates shows them again  L</source>
        <translation>先都保留；重複頁面會再列出  L</translation>
    </message>
    <message>
        <source>Choose all that are certain</source>
        <translation>選擇全部肯定的</translation>
    </message>
    <message>
        <source>Select every certain pair, to be decided at once</source>
        <translation>選取每一對肯定的，一次決定</translation>
    </message>
    <message numerus="yes">
        <source>%n of your records may be at the centre already. Nothing of yours is sent before you are done here; whatever you say can be undone until then.</source>
        <translation><numerusform>您有 %n 筆記錄可能已在中心。在您完成之前不會送出；在此之前，您的決定都可以復原。</numerusform></translation>
    </message>
    <message>
        <source>Done, send everything</source>
        <translation>完成，全部送出</translation>
    </message>
    <message>
        <source>Send now, decide the rest later</source>
        <translation>現在送出，其餘之後決定</translation>
    </message>
    <message>
        <source>Sends what this computer has; undecided pairs stay two records</source>
        <translation>送出本機的內容；未決定的仍是兩筆記錄</translation>
    </message>
    <message>
        <source>Choose a pair to see it side by side.</source>
        <translation>選擇一對，並排檢視。</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs are chosen.</source>
        <translation><numerusform>已選 %n 對。</numerusform></translation>
    </message>
    <message>
        <source>Nothing is left to compare.</source>
        <translation>沒有要比對的了。</translation>
    </message>
    <message>
        <source>{code} ({mine} – at the centre {theirs})</source>
        <translation>{code}（{mine}；在中心是 {theirs}）</translation>
    </message>
    <message numerus="yes">
        <source>%n customer codes of yours belong to others at the centre: {codes}. Where the records are not the same, the centre will ask for another code; everything else is kept.</source>
        <translation><numerusform>您有 %n 個客戶編號在中心已屬於別的客戶：{codes}。如果不是同一客戶，中心會請您換一個編號；其他內容都保留。</numerusform></translation>
    </message>
</context>
<context>
    <name>MemberList</name>
    <message>
        <source>Search people</source>
        <translation>搜尋人員</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>Colleague</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>{name} (me)</source>
        <translation>{name}（我）</translation>
    </message>
</context>
<context>
    <name>MemberTable</name>
    <message>
        <source>Records side by side</source>
        <translation>記錄並排比對</translation>
    </message>
    <message>
        <source>{number}. {name}</source>
        <translation>{number}. {name}</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Sites below</source>
        <translation>下層據點數</translation>
    </message>
    <message>
        <source>People there</source>
        <translation>聯絡人數</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所屬公司</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>負責人</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merged {merged} into {name}.</source>
        <translation>已將 {merged} 併入 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n companies</source>
        <translation><numerusform>合併 %n 家公司</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Merge %n sites</source>
        <translation><numerusform>合併 %n 個據點</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Merge %n people</source>
        <translation><numerusform>合併 %n 位聯絡人</numerusform></translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back; so does the record's band, however late</source>
        <translation>Ctrl+Z 可復原；以後任何時候也可在記錄上方解除合併</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Hide %n equal fields</source>
        <translation><numerusform>隱藏 %n 個相同欄位</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Show %n equal fields</source>
        <translation><numerusform>顯示 %n 個相同欄位</numerusform></translation>
    </message>
    <message>
        <source>Everything follows, nothing is deleted: {counts}.</source>
        <translation>全部隨之轉移，不刪除任何內容：{counts}。</translation>
    </message>
    <message>
        <source>Nothing hangs on the records that give way.</source>
        <translation>被併入的記錄下沒有其他內容。</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation><numerusform>…還有 %n 項</numerusform></translation>
    </message>
</context>
<context>
    <name>MergedBand</name>
    <message>
        <source>Take back …</source>
        <translation>解除合併…</translation>
    </message>
    <message>
        <source>Make the merged records records of their own again</source>
        <translation>讓併入的記錄恢復為單獨的記錄</translation>
    </message>
    <message>
        <source>Merged from {merged} on {day} by {user}.</source>
        <translation>{user} 於 {day} 將 {merged} 併入此筆記錄。</translation>
    </message>
    <message numerus="yes">
        <source>{latest} And %n earlier merges.</source>
        <translation><numerusform>{latest}此前還有 %n 次合併。</numerusform></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>關閉此訊息</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message numerus="yes">
        <source>Move %n records under which company?</source>
        <translation><numerusform>把 %n 筆記錄移到哪家公司之下？</numerusform></translation>
    </message>
    <message>
        <source>Company to move to</source>
        <translation>移到的公司</translation>
    </message>
    <message>
        <source>More than the place changes. Move all the same?</source>
        <translation>變的不只是位置。仍要移動嗎？</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>有哪些變化</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>移動(&amp;M)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a company: what the move changes is shown here.</source>
        <translation>選擇公司後，這裡顯示移動帶來的變化。</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message numerus="yes">
        <source>Moving %n records</source>
        <translation><numerusform>正在移動 %n 筆記錄</numerusform></translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Pages</source>
        <translation>頁面</translation>
    </message>
</context>
<context>
    <name>NewLeadDialog</name>
    <message>
        <source>New lead</source>
        <translation>新增潛在客戶</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Save the new lead  Ctrl+S</source>
        <translation>儲存新潛在客戶  Ctrl+S</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Added {name}.</source>
        <translation>已新增 {name}。</translation>
    </message>
</context>
<context>
    <name>NewsTab</name>
    <message numerus="yes">
        <source>%n customers</source>
        <translation><numerusform>%n 個客戶</numerusform></translation>
    </message>
    <message>
        <source>{customers}; older news are not listed</source>
        <translation>{customers}；更早的動態未列出</translation>
    </message>
    <message>
        <source>Nobody else changed anything at your customers in this time.</source>
        <translation>這段時間沒有別人改過您的客戶。</translation>
    </message>
    <message>
        <source>Nobody else changed anything in this time.</source>
        <translation>這段時間沒有別人做過修改。</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>…還有 {count} 項</translation>
    </message>
    <message>
        <source>{customer}: {what}</source>
        <translation>{customer}：{what}</translation>
    </message>
    <message>
        <source>A customer you do not see any more</source>
        <translation>您已看不到的客戶</translation>
    </message>
    <message>
        <source>The organisation</source>
        <translation>本單位</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>有人</translation>
    </message>
    <message>
        <source>{who} gave it up</source>
        <translation>{who} 放棄了跟進</translation>
    </message>
    <message>
        <source>{who} asked for it</source>
        <translation>{who} 申請了跟進</translation>
    </message>
    <message>
        <source>{who} added: {what}</source>
        <translation>{who} 新增了：{what}</translation>
    </message>
    <message>
        <source>{who} took away: {what}</source>
        <translation>{who} 移除了：{what}</translation>
    </message>
    <message>
        <source>{who} changed {fields}</source>
        <translation>{who} 修改了{fields}</translation>
    </message>
    <message>
        <source>My customers</source>
        <translation>我的客戶</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>所有客戶</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation>未讀</translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation>昨天以來</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Whose customers</source>
        <translation>誰的客戶</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>從何時起</translation>
    </message>
    <message>
        <source>What others changed</source>
        <translation>別人的修改</translation>
    </message>
    <message>
        <source>All &amp;seen</source>
        <translation>全部已讀(&amp;S)</translation>
    </message>
    <message>
        <source>Take these news as seen; “Since yesterday” goes on showing them</source>
        <translation>把這些動態標為已讀；「昨天以來」裡仍會顯示</translation>
    </message>
    <message>
        <source>Show all customers</source>
        <translation>顯示所有客戶</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>立即同步</translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message>
        <source>Pools in the settings</source>
        <translation>設定中的公海</translation>
    </message>
    <message>
        <source>Make pools, say who belongs to them and by which rules</source>
        <translation>建立公海，設定成員和規則</translation>
    </message>
    <message>
        <source>Import leads</source>
        <translation>匯入潛在客戶</translation>
    </message>
    <message>
        <source>Read leads from a file and put them into a pool</source>
        <translation>從檔案讀取潛在客戶並放入公海</translation>
    </message>
    <message>
        <source>None of the pools is open to you. Their administrators add members in the settings.</source>
        <translation>沒有對您開放的公海。公海管理員可在設定中新增成員。</translation>
    </message>
    <message>
        <source>No pool yet. What nobody works on waits in a pool until somebody claims it: make one in the settings.</source>
        <translation>還沒有公海。無人跟進的潛在客戶會在公海中等待領取：請在設定中建立一個。</translation>
    </message>
    <message>
        <source>By the rules of the pools nothing falls back in the next days. Well done.</source>
        <translation>按公海規則，近幾天沒有要收回的。做得好。</translation>
    </message>
    <message>
        <source>Nothing in this pool is called that.</source>
        <translation>此公海中沒有這個名稱。</translation>
    </message>
    <message>
        <source>No account waits in the pool {pool}. Its rules bring those without business.</source>
        <translation>公海 {pool} 中沒有客戶。沒有生意的客戶會按規則進入。</translation>
    </message>
    <message>
        <source>Nothing waits in the pool {pool}. Import leads into it, or release some.</source>
        <translation>公海 {pool} 中沒有潛在客戶。可以匯入，或釋放一些。</translation>
    </message>
</context>
<context>
    <name>NodeMenu</name>
    <message>
        <source>&amp;Open the record</source>
        <translation>開啟記錄(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Show only what is below</source>
        <translation>只顯示其下層(&amp;S)</translation>
    </message>
    <message>
        <source>Nothing else is below it.</source>
        <translation>它沒有下層。</translation>
    </message>
    <message>
        <source>&amp;Copy name</source>
        <translation>複製名稱(&amp;C)</translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message>
        <source>Add a note</source>
        <translation>新增跟進紀錄</translation>
    </message>
    <message>
        <source>No notes yet. Write down what was said; it is saved as you go on.</source>
        <translation>還沒有跟進紀錄。寫下談了什麼，隨寫隨存。</translation>
    </message>
    <message>
        <source>What was said?</source>
        <translation>談了什麼？</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
</context>
<context>
    <name>OpportunitiesPage</name>
    <message numerus="yes">
        <source>%n opportunities</source>
        <translation><numerusform>%n 個商機</numerusform></translation>
    </message>
    <message>
        <source>At which site is the opportunity?</source>
        <translation>商機屬於哪個地點？</translation>
    </message>
    <message>
        <source>List of opportunities</source>
        <translation>商機清單</translation>
    </message>
    <message>
        <source>Which opportunities are shown</source>
        <translation>顯示哪些商機</translation>
    </message>
    <message>
        <source>Name of the opportunity or of its site …</source>
        <translation>商機或地點名稱…</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>篩選清單</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>商機</translation>
    </message>
    <message>
        <source>Sums by stage</source>
        <translation>按階段合計</translation>
    </message>
    <message>
        <source>New opportunity</source>
        <translation>新增商機</translation>
    </message>
    <message>
        <source>Add an opportunity at a site</source>
        <translation>在一個地點新增商機</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>新客戶</translation>
    </message>
    <message>
        <source>Who developed which customers, and when</source>
        <translation>誰在何時開發了哪些客戶</translation>
    </message>
    <message>
        <source>Show the site</source>
        <translation>檢視地點</translation>
    </message>
    <message>
        <source>Show the site of this opportunity</source>
        <translation>檢視該商機所在的地點</translation>
    </message>
    <message>
        <source>Former stage</source>
        <translation>上一階段</translation>
    </message>
    <message>
        <source>Back to the stage before</source>
        <translation>退回上一階段</translation>
    </message>
    <message>
        <source>Next stage</source>
        <translation>下一階段</translation>
    </message>
    <message>
        <source>On to the next stage</source>
        <translation>推進到下一階段</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Delete the opportunities chosen</source>
        <translation>刪除所選商機</translation>
    </message>
    <message>
        <source>No opportunity of this list is called that.</source>
        <translation>清單中沒有符合的商機。</translation>
    </message>
</context>
<context>
    <name>OpportunityActing</name>
    <message>
        <source>{name} was deleted.</source>
        <translation>{name} 已刪除。</translation>
    </message>
    <message numerus="yes">
        <source>%n opportunities were deleted.</source>
        <translation><numerusform>已刪除 %n 個商機。</numerusform></translation>
    </message>
    <message>
        <source>{name} has no further stage that way.</source>
        <translation>{name}在這個方向上沒有更多階段。</translation>
    </message>
    <message>
        <source>{name} is at {stage} now.</source>
        <translation>{name}已進入「{stage}」階段。</translation>
    </message>
</context>
<context>
    <name>OpportunityDialog</name>
    <message>
        <source>Opportunity</source>
        <translation>商機</translation>
    </message>
    <message>
        <source>New opportunity</source>
        <translation>新增商機</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Save the opportunity  Ctrl+S</source>
        <translation>儲存商機  Ctrl+S</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Added {name}.</source>
        <translation>已新增 {name}。</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>已儲存{name}。</translation>
    </message>
</context>
<context>
    <name>OptionPopup</name>
    <message>
        <source>Type any part of a name or code</source>
        <translation>輸入名稱或編號的任意部分</translation>
    </message>
    <message>
        <source>Search the options</source>
        <translation>搜尋選項</translation>
    </message>
    <message>
        <source>Nothing contains what you typed.</source>
        <translation>沒有包含所輸入內容的選項。</translation>
    </message>
</context>
<context>
    <name>OutboxTab</name>
    <message>
        <source>Everything you entered is at the centre; {when}.</source>
        <translation>您輸入的內容都已到中心；{when}。</translation>
    </message>
    <message numerus="yes">
        <source>%n actions saved here</source>
        <translation><numerusform>%n 項已儲存在本機</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{here}, %n sent and not confirmed yet</source>
        <translation><numerusform>{here}，%n 項已送出、尚未確認</numerusform></translation>
    </message>
    <message>
        <source>{text}; the oldest are not listed</source>
        <translation>{text}；最早的未列出</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>…還有 {count} 項</translation>
    </message>
    <message>
        <source>{customer}: {action}</source>
        <translation>{customer}：{action}</translation>
    </message>
    <message>
        <source>{title} · sent</source>
        <translation>{title} · 已送出</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放棄跟進</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>已申請</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>新輸入</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>What waits to be sent</source>
        <translation>等待送出的內容</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Send what you changed and fetch what others changed  F5</source>
        <translation>送出您的修改，取回別人的修改  F5</translation>
    </message>
    <message>
        <source>Look at the connection</source>
        <translation>檢視連線</translation>
    </message>
</context>
<context>
    <name>OutcomeBar</name>
    <message>
        <source>Reason …</source>
        <translation>原因…</translation>
    </message>
    <message>
        <source>Look again on …</source>
        <translation>再次查看日期…</translation>
    </message>
    <message>
        <source>Day to look again</source>
        <translation>再次查看的日期</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>下結論</translation>
    </message>
    <message>
        <source>Store the outcome; Ctrl+Z takes it back  Ctrl+Enter</source>
        <translation>儲存結論；Ctrl+Z 可以復原  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>以後繼續</translation>
    </message>
    <message>
        <source>Every answer is stored; the next time it goes on here  Esc</source>
        <translation>每個回答都已儲存；下次從這裡繼續  Esc</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>&amp;Reload</source>
        <translation>重新載入(&amp;R)</translation>
    </message>
    <message>
        <source>Show the record as it is stored now; what you typed is lost</source>
        <translation>顯示已儲存的內容；您輸入的內容會遺失</translation>
    </message>
</context>
<context>
    <name>PagedTreeModel</name>
    <message>
        <source>{name}, level {level}</source>
        <translation>{name}，第 {level} 層</translation>
    </message>
    <message>
        <source>{name}, level {level}, open</source>
        <translation>{name}，第 {level} 層，已展開</translation>
    </message>
    <message>
        <source>{name}, level {level}, closed</source>
        <translation>{name}，第 {level} 層，已收合</translation>
    </message>
</context>
<context>
    <name>PairPanel</name>
    <message>
        <source>Left the record of the centre, right the one of this computer. What is empty at the centre is filled; of what differs the centre's value stays unless you choose yours.</source>
        <translation>左邊是中心的記錄，右邊是本機的。中心的空白處會補上；不同之處保留中心的值，除非您選自己的。</translation>
    </message>
    <message>
        <source>What speaks for and against it</source>
        <translation>相同與不同的依據</translation>
    </message>
</context>
<context>
    <name>PassphraseFields</name>
    <message>
        <source>&amp;Passphrase</source>
        <translation>密碼(&amp;P)</translation>
    </message>
    <message>
        <source>Once &amp;more</source>
        <translation>再輸一次(&amp;M)</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>The passphrase once more</source>
        <translation>再輸一次密碼</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>兩次輸入不一樣。</translation>
    </message>
    <message>
        <source>It is asked for at every start and cannot be recovered: keep it in a safe place.</source>
        <translation>每次啟動都要輸入，忘了無法找回：請妥善保管。</translation>
    </message>
</context>
<context>
    <name>PathBar</name>
    <message>
        <source>Path</source>
        <translation>路徑</translation>
    </message>
    <message>
        <source>Steps in between</source>
        <translation>中間各層</translation>
    </message>
</context>
<context>
    <name>PeopleBox</name>
    <message>
        <source>People</source>
        <translation>相關人員</translation>
    </message>
    <message>
        <source>Nobody is known at this site yet. Add people on its tab Contacts.</source>
        <translation>該地點還沒有聯絡人，請在「聯絡人」分頁中新增。</translation>
    </message>
    <message>
        <source>Not involved</source>
        <translation>未參與</translation>
    </message>
    <message>
        <source>Involved, role not known</source>
        <translation>參與，角色未知</translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message>
        <source>People</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>新增(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;My name</source>
        <translation>我的姓名(&amp;M)</translation>
    </message>
    <message>
        <source>Colleagues see it at the customers you own and at what you change.</source>
        <translation>同事會在您負責的客戶和您的修改上看到它。</translation>
    </message>
    <message>
        <source>Co&amp;lleagues</source>
        <translation>同事(&amp;L)</translation>
    </message>
    <message>
        <source>They can be chosen as the owner of a customer.</source>
        <translation>可以選為客戶的負責人。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Name of a new colleague</source>
        <translation>新同事的姓名</translation>
    </message>
    <message>
        <source>&amp;New colleague</source>
        <translation>新同事(&amp;N)</translation>
    </message>
    <message>
        <source>{name} (me)</source>
        <translation>{name}（我）</translation>
    </message>
    <message>
        <source>Your name is {name} now.</source>
        <translation>您的姓名現在是 {name}。</translation>
    </message>
    <message>
        <source>Waits for a name</source>
        <translation>請先填寫姓名</translation>
    </message>
    <message>
        <source>{name} was added.</source>
        <translation>{name} 已新增。</translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message>
        <source>Add a contact</source>
        <translation>新增聯絡人</translation>
    </message>
    <message>
        <source>Nobody is known here yet. Add the first contact; it is saved as you go on.</source>
        <translation>這裡還沒有聯絡人。新增第一位，隨寫隨存。</translation>
    </message>
    <message>
        <source>Main</source>
        <translation>主要</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
</context>
<context>
    <name>PictureControls</name>
    <message>
        <source>Org chart</source>
        <translation>組織圖</translation>
    </message>
    <message>
        <source>Icicle</source>
        <translation>冰柱圖</translation>
    </message>
    <message>
        <source>Treemap</source>
        <translation>矩形樹圖</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>Customer kind</source>
        <translation>客戶類型</translation>
    </message>
    <message>
        <source>Size by</source>
        <translation>大小依</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>顏色依</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>匯出</translation>
    </message>
    <message>
        <source>Save the picture as SVG, PNG or PDF</source>
        <translation>把圖片存為 SVG、PNG 或 PDF</translation>
    </message>
    <message>
        <source>What is seen now…</source>
        <translation>目前畫面…</translation>
    </message>
    <message>
        <source>The whole picture…</source>
        <translation>整張圖…</translation>
    </message>
    <message>
        <source>Come nearer  +</source>
        <translation>放大  +</translation>
    </message>
    <message>
        <source>Go back  −</source>
        <translation>縮小  −</translation>
    </message>
    <message>
        <source>Show everything  0</source>
        <translation>顯示全部  0</translation>
    </message>
</context>
<context>
    <name>PlacesTab</name>
    <message>
        <source>Floors and departments at this address</source>
        <translation>此地址的樓層和部門</translation>
    </message>
    <message>
        <source>Billing, mailing and delivery addresses</source>
        <translation>帳單、郵寄和送貨地址</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Don't make this site</source>
        <translation>不建此據點</translation>
    </message>
    <message>
        <source>Merge with</source>
        <translation>併入</translation>
    </message>
    <message>
        <source>Let another site take what goes here</source>
        <translation>把歸入此處的內容交給另一個據點</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移到</translation>
    </message>
    <message>
        <source>Move the chosen records to another site; dragging does the same</source>
        <translation>把所選記錄移到另一個據點，也可以拖曳</translation>
    </message>
    <message>
        <source>Keep with the account</source>
        <translation>留在原客戶</translation>
    </message>
    <message>
        <source>Undo correction</source>
        <translation>復原更正</translation>
    </message>
    <message>
        <source>Next doubtful</source>
        <translation>下一個存疑</translation>
    </message>
    <message>
        <source>Go to the next account with doubtful reasons</source>
        <translation>到下一個有存疑的客戶</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪下</translation>
    </message>
    <message>
        <source>Paste here</source>
        <translation>貼到這裡</translation>
    </message>
    <message>
        <source>Only doubtful reasons ({count})</source>
        <translation>只看存疑的（{count}）</translation>
    </message>
    <message>
        <source>Leave this account as it is</source>
        <translation>此客戶維持原樣</translation>
    </message>
</context>
<context>
    <name>PoolCard</name>
    <message>
        <source>Nothing was noted at this account yet.</source>
        <translation>此客戶還沒有任何記錄。</translation>
    </message>
    <message>
        <source>Nobody spoke to it yet.</source>
        <translation>還沒有人跟進過。</translation>
    </message>
    <message>
        <source>By the rules of this pool you may open no more of its records today.</source>
        <translation>按此公海的規則，您今天不能再開啟其中的記錄。</translation>
    </message>
    <message numerus="yes">
        <source>This pool limits how many records a person opens a day: you have %n left.</source>
        <translation><numerusform>此公海限制每人每天開啟的記錄數：您還剩 %n 筆。</numerusform></translation>
    </message>
</context>
<context>
    <name>PoolDeeds</name>
    <message>
        <source>Asked for {name}; it is yours when the centre says so.</source>
        <translation>已申請 {name}；經中心確認後歸您負責。</translation>
    </message>
    <message numerus="yes">
        <source>Asked for %n accounts; they are yours when the centre says so.</source>
        <translation><numerusform>已申請 %n 個客戶；中心確認後由您負責。</numerusform></translation>
    </message>
    <message>
        <source>Claimed {name}.</source>
        <translation>已領取 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>Claimed %n accounts.</source>
        <translation><numerusform>已領取 %n 個客戶。</numerusform></translation>
    </message>
    <message>
        <source>Took back the claim of {name}.</source>
        <translation>已撤回對 {name} 的領取。</translation>
    </message>
    <message>
        <source>Released {name}.</source>
        <translation>已釋放 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>Released %n accounts.</source>
        <translation><numerusform>已釋放 %n 個客戶。</numerusform></translation>
    </message>
    <message>
        <source>{name} follows the rules again.</source>
        <translation>{name} 重新遵循規則。</translation>
    </message>
    <message>
        <source>No rule takes {name} away now.</source>
        <translation>現在沒有規則會收回 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>No rule takes these %n away now.</source>
        <translation><numerusform>現在沒有規則會收回這 %n 筆。</numerusform></translation>
    </message>
    <message>
        <source>&amp;Claim</source>
        <translation>領取(&amp;C)</translation>
    </message>
    <message>
        <source>Take it from its pool and look after it  Enter</source>
        <translation>從公海領取並負責跟進  Enter</translation>
    </message>
    <message>
        <source>&amp;Look inside</source>
        <translation>檢視詳情(&amp;L)</translation>
    </message>
    <message>
        <source>Read all of it; where the pool limits that, it counts as a view  Space</source>
        <translation>檢視全部內容；公海限制檢視次數時計為一次  空白鍵</translation>
    </message>
    <message>
        <source>&amp;Follow up</source>
        <translation>跟進(&amp;F)</translation>
    </message>
    <message>
        <source>What happened, what comes next, when: then it stays</source>
        <translation>記錄發生了什麼、下一步、何時：這樣就不會被收回</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開啟(&amp;O)</translation>
    </message>
    <message>
        <source>Show it on its own page  Enter</source>
        <translation>在其頁面中顯示  Enter</translation>
    </message>
    <message>
        <source>Take &amp;back the claim</source>
        <translation>撤回領取(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Release to a pool …</source>
        <translation>釋放到公海(&amp;R)…</translation>
    </message>
    <message>
        <source>Somebody else may have it</source>
        <translation>讓給其他人</translation>
    </message>
    <message>
        <source>Give it up now, so that others can claim it</source>
        <translation>現在釋放，讓其他人可以領取</translation>
    </message>
    <message>
        <source>&amp;Assign to …</source>
        <translation>指派給(&amp;A)…</translation>
    </message>
    <message>
        <source>Give it to a person</source>
        <translation>交給一個人</translation>
    </message>
    <message>
        <source>Un&amp;lock</source>
        <translation>解除鎖定(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>鎖定(&amp;L)</translation>
    </message>
    <message>
        <source>Let the rules of the pool apply to it again</source>
        <translation>重新適用公海規則</translation>
    </message>
    <message>
        <source>No rule takes it away from whoever has it</source>
        <translation>沒有規則會將其從負責人處收回</translation>
    </message>
    <message>
        <source>&amp;Take out …</source>
        <translation>移出公海(&amp;T)…</translation>
    </message>
    <message>
        <source>Put it into another pool, or into none</source>
        <translation>放入另一個公海，或不放入任何公海</translation>
    </message>
</context>
<context>
    <name>PoolDeletion</name>
    <message>
        <source>Delete the pool {name}</source>
        <translation>刪除公海 {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n records wait in it. Where shall they go on waiting?</source>
        <translation><numerusform>其中有 %n 筆記錄。要移到哪個公海？</numerusform></translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>Move and delete</source>
        <translation>移動並刪除</translation>
    </message>
    <message>
        <source>Move and delete  Ctrl+Enter</source>
        <translation>移動並刪除  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Deleted the pool {name}; what waited in it waits in {other} now.</source>
        <translation>已刪除公海 {name}；其中的記錄已移到 {other}。</translation>
    </message>
</context>
<context>
    <name>PoolEditor</name>
    <message>
        <source>New pool</source>
        <translation>新公海</translation>
    </message>
    <message>
        <source>Pool {name}</source>
        <translation>公海 {name}</translation>
    </message>
    <message>
        <source>Pool name</source>
        <translation>公海名稱</translation>
    </message>
    <message>
        <source>For</source>
        <translation>適用於</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Team {team}</source>
        <translation>團隊 {team}</translation>
    </message>
    <message>
        <source>An empty rule does not hold.</source>
        <translation>留空的規則不生效。</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>Only members claim from it. Without any it is for everybody, or for its team.</source>
        <translation>只有成員可以領取。不設成員則適用於所有人或所選團隊。</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>規則說明</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Give the pool a name.</source>
        <translation>請填寫公海名稱。</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>仍然儲存</translation>
    </message>
    <message>
        <source>Made the pool {name}.</source>
        <translation>已新增公海 {name}。</translation>
    </message>
    <message>
        <source>Changed the pool {name}.</source>
        <translation>已修改公海 {name}。</translation>
    </message>
</context>
<context>
    <name>PoolsPage</name>
    <message numerus="yes">
        <source>%n records</source>
        <translation><numerusform>%n 筆記錄</numerusform></translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>What waits in the pool</source>
        <translation>公海中的記錄</translation>
    </message>
    <message>
        <source>What falls back soon</source>
        <translation>即將收回的記錄</translation>
    </message>
    <message>
        <source>Name, person, phone, city …</source>
        <translation>名稱、聯絡人、電話、城市…</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>篩選清單</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
</context>
<context>
    <name>PoolsSection</name>
    <message>
        <source>Pools</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>For</source>
        <translation>適用於</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>管理員</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>潛在客戶</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>&amp;New pool</source>
        <translation>新增公海(&amp;N)</translation>
    </message>
    <message>
        <source>Make a pool</source>
        <translation>新增一個公海</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編輯(&amp;E)</translation>
    </message>
    <message>
        <source>Change rules and members</source>
        <translation>修改規則和成員</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>刪除(&amp;L)</translation>
    </message>
    <message>
        <source>Edit the rea&amp;sons</source>
        <translation>編輯原因(&amp;S)</translation>
    </message>
    <message>
        <source>What nobody looks after waits in a pool until somebody claims it. The order decides where several fit.</source>
        <translation>無人跟進的記錄在公海中等待領取。適合多個公海時依順序決定。</translation>
    </message>
    <message>
        <source>There is no pool yet. In a pool waits what nobody looks after; its rules say who may claim how much.</source>
        <translation>還沒有公海。無人跟進的記錄放在公海裡；規則決定誰可以領取多少。</translation>
    </message>
    <message numerus="yes">
        <source>%n reasons for a release are offered.</source>
        <translation><numerusform>可選的釋放原因有 %n 條。</numerusform></translation>
    </message>
    <message>
        <source>Delete the pool; what waits in it moves to another</source>
        <translation>刪除公海；其中的記錄移到另一個公海</translation>
    </message>
    <message>
        <source>Moved {name}.</source>
        <translation>已移動 {name}。</translation>
    </message>
    <message>
        <source>Deleted the pool {name}.</source>
        <translation>已刪除公海 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>%n records wait in {name}. Assign them, or make another pool for them to wait in.</source>
        <translation><numerusform>{name} 中有 %n 筆記錄。請先指派，或新增另一個公海來存放。</numerusform></translation>
    </message>
</context>
<context>
    <name>PremisesBar</name>
    <message>
        <source>{name} stands at this address already: {address}</source>
        <translation>此地址已有 {name}：{address}</translation>
    </message>
    <message>
        <source>&amp;Open it</source>
        <translation>開啟(&amp;O)</translation>
    </message>
    <message>
        <source>Add a &amp;floor or department to it</source>
        <translation>新增為其樓層或部門(&amp;F)</translation>
    </message>
    <message>
        <source>What you typed becomes a part of that site: one address is one site</source>
        <translation>您輸入的成為該據點的一部分：一個地址就是一個據點</translation>
    </message>
    <message>
        <source>It is another &amp;building</source>
        <translation>是另一棟樓(&amp;B)</translation>
    </message>
    <message>
        <source>Kept as your decision, with your name and today's date</source>
        <translation>記為您的判斷，附您的姓名和今天的日期</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>First rows of the file</source>
        <translation>檔案的前幾列</translation>
    </message>
    <message>
        <source>Click a row's number to say that it holds the names of the columns</source>
        <translation>點選列號，指定該列為欄名</translation>
    </message>
</context>
<context>
    <name>ProgressItem</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop this</source>
        <translation>停止這項工作</translation>
    </message>
    <message>
        <source>{percent}  {time} left</source>
        <translation>{percent}  還需 {time}</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
</context>
<context>
    <name>ProgressPage</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>{minutes}:{seconds:02} left</source>
        <translation>還需 {minutes}:{seconds:02}</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>QualificationDialog</name>
    <message>
        <source>{name}: {outcome}.</source>
        <translation>{name}：{outcome}。</translation>
    </message>
    <message>
        <source>Set of criteria</source>
        <translation>判斷標準</translation>
    </message>
    <message>
        <source>What the lead is held against</source>
        <translation>用哪套標準評估</translation>
    </message>
    <message>
        <source>Qualify lead</source>
        <translation>評估潛在客戶資格</translation>
    </message>
    <message>
        <source>Qualify {name}</source>
        <translation>評估 {name} 的資格</translation>
    </message>
    <message>
        <source>Still to ask: {criteria}</source>
        <translation>還要問：{criteria}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>{score} · passes</source>
        <translation>{score} · 通過</translation>
    </message>
    <message>
        <source>{score} · does not pass</source>
        <translation>{score} · 未通過</translation>
    </message>
    <message numerus="yes">
        <source>{score} · %n more yes to pass</source>
        <translation><numerusform>{score} · 還差 %n 個「是」</numerusform></translation>
    </message>
    <message>
        <source>{score} · passes from {mark} %</source>
        <translation>{score} · {mark}% 起通過</translation>
    </message>
</context>
<context>
    <name>QuestionCard</name>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Key {key}</source>
        <translation>按鍵 {key}</translation>
    </message>
    <message>
        <source>Who said so, or what shows it</source>
        <translation>誰說的，或有什麼依據</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依據</translation>
    </message>
    <message>
        <source>{name} – must not be no</source>
        <translation>{name}（不可為「否」）</translation>
    </message>
    <message>
        <source>Day on which it was learnt</source>
        <translation>得知的日期</translation>
    </message>
</context>
<context>
    <name>QuestionLine</name>
    <message>
        <source>Type another value, or ask</source>
        <translation>另行填寫，或詢問</translation>
    </message>
    <message>
        <source>Further answers</source>
        <translation>其他回答</translation>
    </message>
    <message>
        <source>{story} {changes}</source>
        <translation>{story}{changes}</translation>
    </message>
    <message>
        <source>{subject}, {field}</source>
        <translation>{subject}，{field}</translation>
    </message>
    <message>
        <source>{field}: {theirs} ({who}) or {mine} ({other})?</source>
        <translation>{field}：{theirs}（{who}）還是 {mine}（{other}）？</translation>
    </message>
    <message>
        <source>you</source>
        <translation>您</translation>
    </message>
</context>
<context>
    <name>QuestionList</name>
    <message>
        <source>What needs an answer</source>
        <translation>需要回答的內容</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>發生了什麼</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>誰</translation>
    </message>
</context>
<context>
    <name>QuestionPanel</name>
    <message>
        <source>{answer}  {key}</source>
        <translation>{answer}  {key}</translation>
    </message>
    <message>
        <source>Mer&amp;ge …</source>
        <translation>合併(&amp;G)…</translation>
    </message>
    <message>
        <source>Compare the two and make one of them</source>
        <translation>比對兩筆，合為一筆</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開啟(&amp;O)</translation>
    </message>
    <message>
        <source>Show the customer on the page of accounts  Enter</source>
        <translation>在客戶頁面檢視該客戶  Enter</translation>
    </message>
    <message>
        <source>{name}: {field}</source>
        <translation>{name}：{field}</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原來</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>已屬於</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>中心的</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>您的</translation>
    </message>
    <message>
        <source>Wanted instead</source>
        <translation>想改成</translation>
    </message>
    <message>
        <source>{who}, {time}: {text}</source>
        <translation>{who}，{time}：{text}</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>goes with the next exchange</source>
        <translation>下次同步時送出</translation>
    </message>
    <message>
        <source>you, {time}</source>
        <translation>您，{time}</translation>
    </message>
    <message>
        <source>{who}, {time}</source>
        <translation>{who}，{time}</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>有人</translation>
    </message>
    <message>
        <source>The edit</source>
        <translation>修改內容</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation><numerusform>已選 %n 個</numerusform></translation>
    </message>
    <message>
        <source>One answer settles all of them.</source>
        <translation>一個回答解決全部。</translation>
    </message>
    <message>
        <source>They have no answer in common: choose fewer.</source>
        <translation>它們沒有共同的回答：請少選幾個。</translation>
    </message>
    <message>
        <source>Choose a line to see what happened.</source>
        <translation>選擇一列，檢視發生了什麼。</translation>
    </message>
</context>
<context>
    <name>RecordDialogs</name>
    <message>
        <source>Move under which company?</source>
        <translation>移到哪家公司之下？</translation>
    </message>
    <message>
        <source>Merge with which company?</source>
        <translation>與哪家公司合併？</translation>
    </message>
    <message>
        <source>Merge with which site?</source>
        <translation>與哪個據點合併？</translation>
    </message>
</context>
<context>
    <name>RecordHeader</name>
    <message>
        <source>The status follows orders by itself.</source>
        <translation>狀態隨訂單自動變化。</translation>
    </message>
    <message>
        <source>Owner: {name}</source>
        <translation>負責人：{name}</translation>
    </message>
    <message>
        <source>Back to the tree  Alt+Left</source>
        <translation>返回樹狀圖  Alt+←</translation>
    </message>
    <message>
        <source>Back to the tree</source>
        <translation>返回樹狀圖</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>code</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Save this record</source>
        <translation>儲存此筆記錄</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放棄修改</translation>
    </message>
    <message>
        <source>Discard what was typed  Esc</source>
        <translation>放棄所輸入的內容  Esc</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
</context>
<context>
    <name>RecordMenu</name>
    <message>
        <source>New &amp;site here</source>
        <translation>在此新增據點(&amp;S)</translation>
    </message>
    <message>
        <source>New s&amp;ubsidiary</source>
        <translation>新增子公司(&amp;U)</translation>
    </message>
    <message>
        <source>Copy &amp;invoice block</source>
        <translation>複製發票資訊(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Picture of the group</source>
        <translation>集團全景圖(&amp;P)</translation>
    </message>
    <message>
        <source>Everything below this company as a chart or a map</source>
        <translation>用圖顯示此公司的所有下層</translation>
    </message>
    <message>
        <source>&amp;Move under another company …</source>
        <translation>移到另一家公司之下(&amp;M)…</translation>
    </message>
    <message>
        <source>Mer&amp;ge with another record …</source>
        <translation>與另一筆記錄合併(&amp;G)…</translation>
    </message>
    <message>
        <source>Split in&amp;to sites …</source>
        <translation>拆分為據點(&amp;T)…</translation>
    </message>
    <message>
        <source>Where an account holds several addresses, each becomes a site of its own</source>
        <translation>一個客戶有多個地址時，每個地址成為單獨的據點</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>刪除(&amp;L)</translation>
    </message>
    <message>
        <source>Delete this record with all below it; it can be undone</source>
        <translation>刪除此筆記錄及其所有下層；可以復原</translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>The invoice block is on the clipboard.</source>
        <translation>發票資訊已複製到剪貼簿。</translation>
    </message>
</context>
<context>
    <name>RecordPicker</name>
    <message>
        <source>Type a name, pinyin or code</source>
        <translation>輸入名稱、拼音或編號</translation>
    </message>
    <message>
        <source>To the top: no parent company</source>
        <translation>移到最上層：沒有上層公司</translation>
    </message>
</context>
<context>
    <name>RecordSign</name>
    <message>
        <source>until {day}</source>
        <translation>到 {day}</translation>
    </message>
    <message>
        <source>Held by me</source>
        <translation>由我跟進</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>已申請</translation>
    </message>
    <message>
        <source>Held by {name}</source>
        <translation>由 {name} 跟進</translation>
    </message>
</context>
<context>
    <name>RecordTabs</name>
    <message>
        <source>Parts of the record</source>
        <translation>詳細資料分頁</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>總覽</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>聯絡人</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>商機</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>跟進紀錄</translation>
    </message>
    <message>
        <source>Floors and addresses</source>
        <translation>樓層和地址</translation>
    </message>
    <message>
        <source>History</source>
        <translation>歷程</translation>
    </message>
    <message>
        <source>Next and previous part: Ctrl+PgDown, Ctrl+PgUp</source>
        <translation>下一頁：Ctrl+PgDown，上一頁：Ctrl+PgUp</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>{name} is damaged</source>
        <translation>{name} 已損壞</translation>
    </message>
    <message>
        <source>The disk returned something else than was written ({detail}). Choose the backup to go on with.</source>
        <translation>磁碟讀出的內容與寫入的不同（{detail}）。請選擇要繼續使用的備份。</translation>
    </message>
    <message>
        <source>The disk returned something else than was written ({detail}), and there is no backup of it.</source>
        <translation>磁碟讀出的內容與寫入的不同（{detail}），而且沒有備份。</translation>
    </message>
    <message>
        <source>The damaged file is kept. What was entered after the backup is read from it and shown to you.</source>
        <translation>損壞的檔案會保留。備份之後輸入的內容會從中讀出並顯示給您。</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>備份，最新的在前</translation>
    </message>
    <message>
        <source>&amp;Go on with this backup</source>
        <translation>用此備份繼續(&amp;G)</translation>
    </message>
    <message>
        <source>Open &amp;another file …</source>
        <translation>開啟其他檔案(&amp;A)…</translation>
    </message>
    <message>
        <source>{time}   {size}</source>
        <translation>{time}   {size}</translation>
    </message>
</context>
<context>
    <name>ReleaseDialog</name>
    <message>
        <source>Release {name}</source>
        <translation>釋放 {name}</translation>
    </message>
    <message numerus="yes">
        <source>Release %n leads</source>
        <translation><numerusform>釋放 %n 筆潛在客戶</numerusform></translation>
    </message>
    <message>
        <source>Release</source>
        <translation>釋放</translation>
    </message>
    <message>
        <source>Others can claim it from the pool then  Ctrl+Enter</source>
        <translation>之後其他人可從公海領取  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>There is no pool yet. Make one in the settings first.</source>
        <translation>還沒有公海。請先在設定中建立一個。</translation>
    </message>
    <message>
        <source>By its rules the pool {pool} asks for a reason.</source>
        <translation>依公海 {pool} 的規則，須說明原因。</translation>
    </message>
    <message>
        <source>Released {name} to the pool {pool}.</source>
        <translation>已將 {name} 釋放到公海 {pool}。</translation>
    </message>
    <message numerus="yes">
        <source>Released %n leads to the pool {pool}.</source>
        <translation><numerusform>已將 %n 筆潛在客戶釋放到公海 {pool}。</numerusform></translation>
    </message>
</context>
<context>
    <name>RemovedRow</name>
    <message>
        <source>Removed: {name}</source>
        <translation>已移除：{name}</translation>
    </message>
    <message>
        <source>Removed.</source>
        <translation>已移除。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
</context>
<context>
    <name>Removing</name>
    <message numerus="yes">
        <source>%n companies and sites were deleted.</source>
        <translation><numerusform>%n 個公司和據點已刪除。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{name} was deleted with its %n sites.</source>
        <translation><numerusform>{name} 及其 %n 個據點已刪除。</numerusform></translation>
    </message>
    <message>
        <source>{name} was deleted.</source>
        <translation>{name} 已刪除。</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Account</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記錄</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>歸入</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What goes where</source>
        <translation>歸屬明細</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>存為 CSV…</translation>
    </message>
    <message>
        <source>Undo the split</source>
        <translation>復原拆分</translation>
    </message>
    <message>
        <source>The first {count} lines; the file has all of them.</source>
        <translation>顯示前 {count} 列；檔案裡有全部。</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已存為 {name}。</translation>
    </message>
    <message>
        <source>The split was undone.</source>
        <translation>拆分已復原。</translation>
    </message>
    <message>
        <source>Save what goes where</source>
        <translation>儲存歸屬明細</translation>
    </message>
    <message>
        <source>Text with commas (*.csv)</source>
        <translation>逗號分隔的文字檔 (*.csv)</translation>
    </message>
    <message>
        <source>split.csv</source>
        <translation>拆分.csv</translation>
    </message>
</context>
<context>
    <name>ReportView</name>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>有修改</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>無變化</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已刪除</translation>
    </message>
    <message>
        <source>Newer there</source>
        <translation>那裡較新</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>資料表</translation>
    </message>
    <message>
        <source>Rows by table</source>
        <translation>各資料表的列數</translation>
    </message>
    <message>
        <source>{count} rows would be written to {target}, schema {schema}. Nothing is written so far.</source>
        <translation>將寫入 {count} 列到 {target} 的綱要 {schema}。目前沒有寫入。</translation>
    </message>
    <message>
        <source>Nothing has changed since the last export to {target}, schema {schema}.</source>
        <translation>上次匯出到 {target} 的綱要 {schema} 之後沒有變化。</translation>
    </message>
    <message>
        <source>{count} rows are written to {target}, schema {schema}.</source>
        <translation>已寫入 {count} 列到 {target} 的綱要 {schema}。</translation>
    </message>
    <message>
        <source>This is the first export into that schema; its tables are made with it.</source>
        <translation>這是首次匯出到該綱要；同時建立各資料表。</translation>
    </message>
    <message>
        <source>Every record was compared.</source>
        <translation>比對了所有記錄。</translation>
    </message>
    <message>
        <source>Only what changed since the last export was looked at.</source>
        <translation>只檢視了上次匯出之後的變化。</translation>
    </message>
    <message>
        <source>What another computer edited later and exported stays as it is there.</source>
        <translation>另一台電腦之後修改並匯出的內容，在那裡保持不變。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>欄位</translation>
    </message>
    <message>
        <source>Why it is refused</source>
        <translation>拒絕原因</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>被拒絕的列</translation>
    </message>
    <message>
        <source>{rows} rows read, {skipped} left out or repeated, {refused} refused.</source>
        <translation>讀取 {rows} 列，跳過或重複 {skipped} 列，拒絕 {refused} 列。</translation>
    </message>
    <message>
        <source>{count} × {sentence}</source>
        <translation>{count} × {sentence}</translation>
    </message>
    <message>
        <source>{name} {count}</source>
        <translation>{name} {count}</translation>
    </message>
    <message>
        <source>Would go to: {shares}</source>
        <translation>將分給：{shares}</translation>
    </message>
    <message>
        <source>Went to: {shares}</source>
        <translation>已分給：{shares}</translation>
    </message>
    <message>
        <source>The first {shown} of {refused} refused rows; all others are imported</source>
        <translation>{refused} 個被拒絕的列中的前 {shown} 個；其餘列都會匯入</translation>
    </message>
    <message>
        <source>Refused rows; all others are imported</source>
        <translation>被拒絕的列；其餘列都會匯入</translation>
    </message>
    <message>
        <source>created</source>
        <translation>已建立</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>無變化</translation>
    </message>
    <message>
        <source>to create</source>
        <translation>將建立</translation>
    </message>
    <message>
        <source>to update</source>
        <translation>將更新</translation>
    </message>
</context>
<context>
    <name>RestoreQuestion</name>
    <message>
        <source>Restore &amp;this backup</source>
        <translation>還原此備份(&amp;T)</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <translation>保持現狀</translation>
    </message>
    <message>
        <source>Your customers will be as they were on {time}. What was entered since is not lost: the present file is kept beside it. The window closes its pages for a moment and opens them again.</source>
        <translation>客戶資料將回到 {time} 的樣子。之後輸入的內容不會遺失：目前的檔案會保留在旁邊。視窗會暫時關閉各頁面，然後重新開啟。</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>A file with the refused rows and the reasons is kept until this is closed. It holds customers' data, readable by anybody who gets the file: save it where you need it, correct the rows, and import it again.</source>
        <translation>被拒絕的列和原因已寫成檔案，關閉此視窗前一直保留。檔案裡有客戶資料，拿到的人都能看：請存到需要的位置，更正後再匯入。</translation>
    </message>
    <message>
        <source>Save the refused rows as…</source>
        <translation>被拒絕的列另存為…</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>開啟所在資料夾</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>復原此次匯入</translation>
    </message>
    <message>
        <source>{name} is imported</source>
        <translation>{name} 已匯入</translation>
    </message>
    <message>
        <source>The import was undone.</source>
        <translation>匯入已復原。</translation>
    </message>
    <message>
        <source>The rows cannot be saved there: {reason}. Choose another folder.</source>
        <translation>這些列不能存到那裡：{reason}。請選擇其他資料夾。</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已存為 {name}。</translation>
    </message>
    <message>
        <source>Save the refused rows</source>
        <translation>儲存被拒絕的列</translation>
    </message>
    <message>
        <source>Text with commas (*.csv)</source>
        <translation>逗號分隔的文字檔 (*.csv)</translation>
    </message>
    <message>
        <source>{name} – refused.csv</source>
        <translation>{name} - 被拒絕.csv</translation>
    </message>
</context>
<context>
    <name>RolesEditor</name>
    <message>
        <source>What the rows become</source>
        <translation>各列變成什麼</translation>
    </message>
    <message>
        <source>anything else</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>RollUpBand</name>
    <message>
        <source>Figures of the company with all below it</source>
        <translation>公司及其所有下層的彙總</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>without</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>{measure}, {own} here</source>
        <translation>{measure}，本層 {own}</translation>
    </message>
    <message>
        <source>{measure}: {total} with everything below, {own} at the company itself</source>
        <translation>{measure}：含所有下層 {total}，公司本身 {own}</translation>
    </message>
</context>
<context>
    <name>RowEditor</name>
    <message>
        <source>Main</source>
        <translation>主要</translation>
    </message>
    <message>
        <source>Remove (Ctrl+Del)</source>
        <translation>移除（Ctrl+Del）</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>RuleFields</name>
    <message>
        <source>Claiming</source>
        <translation>領取</translation>
    </message>
    <message>
        <source>records each person</source>
        <translation>筆記錄/人</translation>
    </message>
    <message>
        <source>open leads each person</source>
        <translation>筆未結潛在客戶/人</translation>
    </message>
    <message>
        <source>days until a claim of the same record</source>
        <translation>天後才能再次領取同一記錄</translation>
    </message>
    <message>
        <source>Falling back</source>
        <translation>退回公海</translation>
    </message>
    <message>
        <source>days since the last follow-up</source>
        <translation>天（距上次跟進）</translation>
    </message>
    <message>
        <source>days since the owner got it</source>
        <translation>天（自得到之日起）</translation>
    </message>
    <message>
        <source>days since the contract ended</source>
        <translation>天（合約到期後）</translation>
    </message>
    <message>
        <source>Customers without &amp;business fall back too</source>
        <translation>沒有業務的客戶也退回(&amp;B)</translation>
    </message>
    <message>
        <source>days in which nothing is taken away</source>
        <translation>天內不會被收回</translation>
    </message>
    <message>
        <source>days before it falls back</source>
        <translation>天（退回前）</translation>
    </message>
    <message>
        <source>While a record waits</source>
        <translation>在公海中時</translation>
    </message>
    <message>
        <source>&amp;Phone and mail are shown in part</source>
        <translation>電話和信箱部分隱藏(&amp;P)</translation>
    </message>
    <message>
        <source>A release needs a &amp;reason</source>
        <translation>釋放時須說明原因(&amp;R)</translation>
    </message>
    <message>
        <source>Days without a follow-up for customers of grade {grade}</source>
        <translation>等級為 {grade} 的客戶無跟進天數</translation>
    </message>
</context>
<context>
    <name>Running</name>
    <message>
        <source>Preparing the demo …</source>
        <translation>正在準備示範資料…</translation>
    </message>
    <message>
        <source>Importing the demo's customers</source>
        <translation>正在匯入示範客戶</translation>
    </message>
    <message>
        <source>Opening {name} …</source>
        <translation>正在開啟 {name}…</translation>
    </message>
    <message>
        <source>Saved on this computer</source>
        <translation>已儲存在本機</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>正在開啟…</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were made again.</source>
        <translation><numerusform>已重新輸入 %n 項。</numerusform></translation>
    </message>
    <message>
        <source>The last session did not end properly and the file is damaged: {detail}. Restart to restore a backup.</source>
        <translation>上次沒有正常結束，檔案已損壞：{detail}。請重新啟動以還原備份。</translation>
    </message>
    <message>
        <source>Saved on this computer · last backup {time}</source>
        <translation>已儲存在本機 · 上次備份 {time}</translation>
    </message>
    <message>
        <source>Restoring the backup …</source>
        <translation>正在還原備份…</translation>
    </message>
</context>
<context>
    <name>ScoreCard</name>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>For</source>
        <translation>適用於</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>不利</translation>
    </message>
    <message>
        <source>nothing that counts</source>
        <translation>無明顯因素</translation>
    </message>
    <message>
        <source>Score {percent} %. For: {reasons}. Against: {others}.</source>
        <translation>得分 {percent}%。有利：{reasons}。不利：{others}。</translation>
    </message>
</context>
<context>
    <name>SearchBinding</name>
    <message>
        <source>Search customers, people, commands</source>
        <translation>搜尋客戶、聯絡人、指令</translation>
    </message>
    <message>
        <source>Only what lies below {place} is searched; click to search everywhere</source>
        <translation>只搜尋 {place} 的下層；點選可搜尋全部</translation>
    </message>
    <message>
        <source>in {place}</source>
        <translation>在 {place} 之下</translation>
    </message>
    <message>
        <source>Type to search only in {place}.</source>
        <translation>輸入文字，只在 {place} 之下搜尋。</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>最近開啟</translation>
    </message>
    <message>
        <source>Nothing is called that. Try fewer characters, initials, or digits of a phone number.</source>
        <translation>沒有找到。請少輸入幾個字，或試試首字母、電話號碼中的數字。</translation>
    </message>
    <message>
        <source>Records you open will be listed here.</source>
        <translation>開啟過的記錄會列在這裡。</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation>搜尋</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜尋結果</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>General</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Classifications</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>資格評估</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>商機階段</translation>
    </message>
    <message>
        <source>People</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>備份</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
</context>
<context>
    <name>ShareEditor</name>
    <message>
        <source>Add a province or city</source>
        <translation>新增省份或城市</translation>
    </message>
    <message>
        <source>Add an industry</source>
        <translation>新增產業</translation>
    </message>
</context>
<context>
    <name>SiteCard</name>
    <message>
        <source>{name}  {code}</source>
        <translation>{name}  {code}</translation>
    </message>
    <message>
        <source>no address</source>
        <translation>沒有地址</translation>
    </message>
    <message>
        <source>{address} – {reason}</source>
        <translation>{address} – {reason}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more addresses</source>
        <translation><numerusform>還有 %n 個地址</numerusform></translation>
    </message>
    <message>
        <source>Floors and rooms in it become parts of the site: {names}</source>
        <translation>其中的樓層和房間成為此據點的一部分：{names}</translation>
    </message>
</context>
<context>
    <name>SiteDelegate</name>
    <message>
        <source>no address</source>
        <translation>沒有地址</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>new, doubtful</source>
        <translation>新增，存疑</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新增</translation>
    </message>
</context>
<context>
    <name>SiteOpportunitiesTab</name>
    <message>
        <source>Next step on</source>
        <translation>下一步日期</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>商機</translation>
    </message>
    <message>
        <source>New opportunity</source>
        <translation>新增商機</translation>
    </message>
    <message>
        <source>Write down what may be sold here</source>
        <translation>記錄這裡可能成交的生意</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>開啟</translation>
    </message>
    <message>
        <source>Open the opportunity  Enter</source>
        <translation>開啟商機  Enter</translation>
    </message>
    <message>
        <source>Former stage</source>
        <translation>上一階段</translation>
    </message>
    <message>
        <source>Back to the stage before</source>
        <translation>退回上一階段</translation>
    </message>
    <message>
        <source>Next stage</source>
        <translation>下一階段</translation>
    </message>
    <message>
        <source>On to the next stage</source>
        <translation>推進到下一階段</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Delete the opportunity</source>
        <translation>刪除商機</translation>
    </message>
    <message>
        <source>Nothing is being sold here yet. Write down the first opportunity with its amount and next step.</source>
        <translation>這裡還沒有商機。請記錄第一個商機及其金額和下一步。</translation>
    </message>
</context>
<context>
    <name>SitesModel</name>
    <message>
        <source>{address}, {count} records</source>
        <translation>{address}，{count} 筆記錄</translation>
    </message>
</context>
<context>
    <name>SmallDialog</name>
    <message>
        <source>{verb}  Ctrl+Enter</source>
        <translation>{verb}  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SplitWizard</name>
    <message>
        <source>Split into sites</source>
        <translation>拆分為據點</translation>
    </message>
    <message>
        <source>What</source>
        <translation>範圍</translation>
    </message>
    <message>
        <source>Propose sites</source>
        <translation>產生方案</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>據點</translation>
    </message>
    <message>
        <source>Check what would happen</source>
        <translation>預覽結果</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>檢查</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Show the customers</source>
        <translation>檢視客戶</translation>
    </message>
    <message>
        <source>Choose accounts in the tree first, or import some.</source>
        <translation>請先在樹狀圖裡選擇客戶，或匯入客戶。</translation>
    </message>
    <message>
        <source>There is nothing to split: every account has one address.</source>
        <translation>沒有可拆分的：每個客戶都只有一個地址。</translation>
    </message>
    <message>
        <source>Reading the accounts. Nothing is changed.</source>
        <translation>正在讀取客戶。沒有任何變更。</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts looked at: each of them has one address, so there is nothing to split.</source>
        <translation><numerusform>檢視了 %n 個客戶：每個都只有一個地址，沒有可拆分的。</numerusform></translation>
    </message>
    <message>
        <source>New sites: {sites}. Records that move: {moving}. Accounts: {accounts}.</source>
        <translation>新增據點 {sites} 個，移動記錄 {moving} 筆，涉及客戶 {accounts} 個。</translation>
    </message>
    <message>
        <source>Nothing is changed so far. Nothing is deleted: what no address, name or date places stays with its account.</source>
        <translation>目前沒有任何變更，也不會刪除任何內容：依地址、姓名、日期都定不了歸屬的，留在原客戶。</translation>
    </message>
    <message>
        <source>Splitting</source>
        <translation>正在拆分</translation>
    </message>
    <message>
        <source>New sites made: {sites}. Records moved: {moved}.</source>
        <translation>已新增據點 {sites} 個，移動記錄 {moved} 筆。</translation>
    </message>
    <message numerus="yes">
        <source>%n records stay with their account, because nothing says where they belong:</source>
        <translation><numerusform>%n 筆記錄無法判斷歸屬，留在原客戶：</numerusform></translation>
    </message>
    <message>
        <source>Everything found its place.</source>
        <translation>全部都有歸屬。</translation>
    </message>
    <message>
        <source>This is done. Close it and choose accounts again to split more.</source>
        <translation>已完成。要繼續拆分，請關閉後重新選擇客戶。</translation>
    </message>
</context>
<context>
    <name>StagesSection</name>
    <message>
        <source>Stages of opportunities</source>
        <translation>商機階段</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>新增(&amp;A)</translation>
    </message>
    <message>
        <source>Add a stage before those that close</source>
        <translation>在結束階段之前新增一個階段</translation>
    </message>
    <message>
        <source>&amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>上移</translation>
    </message>
    <message>
        <source>&amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>下移</translation>
    </message>
    <message>
        <source>Stop o&amp;ffering</source>
        <translation>停用(&amp;F)</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>F2 changes a cell. The weighted amount of an opportunity is its amount times the probability of its stage.</source>
        <translation>按 F2 修改儲存格。商機的加權金額等於金額乘以所處階段的機率。</translation>
    </message>
    <message>
        <source>no longer offered</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>won</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>未成交</translation>
    </message>
    <message>
        <source>&amp;Offer again</source>
        <translation>重新啟用(&amp;O)</translation>
    </message>
    <message>
        <source>Opportunities at this stage stay there either way</source>
        <translation>無論如何，處於該階段的商機都會保留</translation>
    </message>
    <message>
        <source>Changed the stage {name}.</source>
        <translation>已修改階段{name}。</translation>
    </message>
    <message>
        <source>New stage</source>
        <translation>新階段</translation>
    </message>
    <message>
        <source>Added a stage.</source>
        <translation>已新增階段。</translation>
    </message>
    <message>
        <source>Moved {name}.</source>
        <translation>已移動 {name}。</translation>
    </message>
    <message>
        <source>{name} is offered again.</source>
        <translation>{name} 已重新啟用。</translation>
    </message>
    <message>
        <source>{name} is no longer offered.</source>
        <translation>{name} 已停用。</translation>
    </message>
</context>
<context>
    <name>StepDialog</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>{number}  {title}</source>
        <translation>{number}  {title}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>已完成</translation>
    </message>
</context>
<context>
    <name>SubjectSwitch</name>
    <message>
        <source>The rows are</source>
        <translation>每列是</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Companies, their sites and contacts</source>
        <translation>公司及其地點與聯絡人</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>潛在客戶</translation>
    </message>
    <message>
        <source>Names that may become customers; they go to a pool or to people</source>
        <translation>可能成為客戶的名單，進入公海或分給負責人</translation>
    </message>
</context>
<context>
    <name>TakeOutDialog</name>
    <message>
        <source>Take {name} out of its pool</source>
        <translation>將 {name} 移出公海</translation>
    </message>
    <message numerus="yes">
        <source>Take %n records out of their pool</source>
        <translation><numerusform>將 %n 筆記錄移出公海</numerusform></translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>It waits elsewhere then, or nowhere  Ctrl+Enter</source>
        <translation>之後在別的公海等待，或不在任何公海  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Put it into</source>
        <translation>放入</translation>
    </message>
    <message>
        <source>No pool: nobody has it</source>
        <translation>不放入公海：無人負責</translation>
    </message>
    <message>
        <source>Took {name} out of its pool.</source>
        <translation>已將 {name} 移出公海。</translation>
    </message>
    <message numerus="yes">
        <source>Took %n records out of their pool.</source>
        <translation><numerusform>已將 %n 筆記錄移出公海。</numerusform></translation>
    </message>
    <message>
        <source>{name} waits in the pool {pool} now.</source>
        <translation>{name} 現在公海 {pool} 中。</translation>
    </message>
    <message numerus="yes">
        <source>%n records wait in the pool {pool} now.</source>
        <translation><numerusform>%n 筆記錄現在公海 {pool} 中。</numerusform></translation>
    </message>
</context>
<context>
    <name>TargetPage</name>
    <message>
        <source>&amp;Keep the password in this computer's keyring</source>
        <translation>把密碼存入本機鑰匙圈(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Without encryption (only a database on this computer)</source>
        <translation>不加密（僅限本機上的資料庫）(&amp;W)</translation>
    </message>
    <message>
        <source>Compare &amp;every record, not only what changed since the last export</source>
        <translation>比對所有記錄，不只是上次匯出之後的變化(&amp;E)</translation>
    </message>
    <message>
        <source>empty: the one in the keyring</source>
        <translation>留空：用鑰匙圈裡的密碼</translation>
    </message>
    <message>
        <source>empty: what this computer trusts</source>
        <translation>留空：依本機信任的憑證</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>選擇…</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>資料庫(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Login name</source>
        <translation>帳號(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密碼(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Certificate of the company</source>
        <translation>公司憑證(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Schema</source>
        <translation>綱要(&amp;S)</translation>
    </message>
    <message>
        <source>Copies all companies, sites, people and activities one way into plain tables of a PostgreSQL database, for reports. Only what changed since the last export is sent; all of it arrives, or nothing. The tables are made when they are missing.</source>
        <translation>把所有公司、據點、聯絡人和活動單向複製到 PostgreSQL 資料庫的一般資料表裡，供報表使用。只送上次匯出之後的變化；不是全部送達，就是完全不寫入。沒有資料表時會自動建立。</translation>
    </message>
    <message>
        <source>Name the database first, as in db.example/sales.</source>
        <translation>請先填寫資料庫，例如 db.example/sales。</translation>
    </message>
    <message>
        <source>Name the schema the tables are to be in.</source>
        <translation>請填寫放置資料表的綱要。</translation>
    </message>
    <message>
        <source>Certificate of the company</source>
        <translation>公司憑證</translation>
    </message>
</context>
<context>
    <name>TermTree</name>
    <message>
        <source>Code</source>
        <translation>代碼</translation>
    </message>
    <message>
        <source>not offered</source>
        <translation>已停用</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Timeline</source>
        <translation>時間軸</translation>
    </message>
</context>
<context>
    <name>TopRow</name>
    <message>
        <source>Navigation</source>
        <translation>導覽</translation>
    </message>
    <message>
        <source>Show or hide the words of the navigation  Ctrl+B</source>
        <translation>顯示或隱藏導覽文字  Ctrl+B</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新增(&amp;N)</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Create something new  Ctrl+N</source>
        <translation>新增公司、據點等  Ctrl+N</translation>
    </message>
</context>
<context>
    <name>TreeCommands</name>
    <message>
        <source>Choose a company or site in the tree first, to search only below it.</source>
        <translation>請先在樹狀圖裡選擇公司或據點，再只搜尋其下層。</translation>
    </message>
</context>
<context>
    <name>TreeMenu</name>
    <message>
        <source>Select one row to do this.</source>
        <translation>請選擇一列。</translation>
    </message>
    <message>
        <source>Sites belong to companies: select a company to do this.</source>
        <translation>據點屬於公司：請選擇一家公司。</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開啟(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重新命名(&amp;R)</translation>
    </message>
    <message>
        <source>New &amp;site here</source>
        <translation>在此新增據點(&amp;S)</translation>
    </message>
    <message>
        <source>New s&amp;ubsidiary</source>
        <translation>新增子公司(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Picture of the group</source>
        <translation>集團全景圖(&amp;P)</translation>
    </message>
    <message>
        <source>Search &amp;below it</source>
        <translation>只搜尋其下層(&amp;B)</translation>
    </message>
    <message>
        <source>Cut companies or sites first, to move them here.</source>
        <translation>請先剪下公司或據點，再貼到這裡。</translation>
    </message>
    <message>
        <source>C&amp;ut</source>
        <translation>剪下(&amp;U)</translation>
    </message>
    <message>
        <source>Pas&amp;te here</source>
        <translation>貼到這裡(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Move to …</source>
        <translation>移到(&amp;M)…</translation>
    </message>
    <message>
        <source>Mer&amp;ge …</source>
        <translation>合併(&amp;G)…</translation>
    </message>
    <message>
        <source>Sp&amp;lit into sites …</source>
        <translation>拆分為據點(&amp;L)…</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>複製名稱(&amp;N)</translation>
    </message>
    <message>
        <source>It has no code yet.</source>
        <translation>還沒有編號。</translation>
    </message>
    <message>
        <source>Copy co&amp;de</source>
        <translation>複製編號(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Copy row</source>
        <translation>複製列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy {count} rows</source>
        <translation>複製 {count} 列(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>刪除(&amp;D)</translation>
    </message>
    <message>
        <source>Select two or more of one kind to merge them.</source>
        <translation>請選擇兩筆或更多同類記錄再合併。</translation>
    </message>
    <message>
        <source>Select fewer rows to do this.</source>
        <translation>選擇的列太多，請減少。</translation>
    </message>
    <message>
        <source>Companies merge with companies, sites with sites.</source>
        <translation>公司只能與公司合併，據點只能與據點合併。</translation>
    </message>
</context>
<context>
    <name>TreeMoving</name>
    <message>
        <source>Cut: Ctrl+V moves it under the selected company, Esc lets it stay.</source>
        <translation>已剪下：按 Ctrl+V 移到所選公司之下，按 Esc 留在原處。</translation>
    </message>
    <message>
        <source>{name} is a site: only companies hold others.</source>
        <translation>{name} 是據點：只有公司可以有下層。</translation>
    </message>
    <message>
        <source>{name} cannot be placed under itself.</source>
        <translation>{name} 不能放在自己之下。</translation>
    </message>
    <message>
        <source>{name} cannot be placed under {parent}: {parent} lies below it.</source>
        <translation>{name} 不能放在 {parent} 之下：{parent} 在它的下層。</translation>
    </message>
    <message>
        <source>{name} is a site: it always belongs to a company.</source>
        <translation>{name} 是據點：始終屬於一家公司。</translation>
    </message>
    <message>
        <source>It is there already.</source>
        <translation>它已經在這裡了。</translation>
    </message>
</context>
<context>
    <name>TreePanel</name>
    <message>
        <source>Companies and sites</source>
        <translation>公司和據點</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>選擇欄</translation>
    </message>
    <message>
        <source>&amp;Import a file</source>
        <translation>匯入檔案(&amp;I)</translation>
    </message>
    <message>
        <source>Read companies, sites and contacts from a CSV or Excel file; you may also drop it here</source>
        <translation>從 CSV 或 Excel 檔案讀取公司、據點和聯絡人；也可以把檔案拖曳到這裡</translation>
    </message>
    <message>
        <source>&amp;New company</source>
        <translation>新增公司(&amp;N)</translation>
    </message>
    <message>
        <source>Enter the first company by hand</source>
        <translation>手動輸入第一家公司</translation>
    </message>
    <message>
        <source>No customers yet. Import the list you have, or enter the first company.</source>
        <translation>還沒有客戶。匯入現有名單，或輸入第一家公司。</translation>
    </message>
</context>
<context>
    <name>TreePicker</name>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>選擇</translation>
    </message>
</context>
<context>
    <name>TreeTable</name>
    <message>
        <source>Tree</source>
        <translation>樹狀圖</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Your customers cannot be opened</source>
        <translation>無法開啟客戶資料</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重試(&amp;T)</translation>
    </message>
    <message>
        <source>Open &amp;another file …</source>
        <translation>開啟其他檔案(&amp;A)…</translation>
    </message>
</context>
<context>
    <name>UnderFilter</name>
    <message>
        <source>Only what lies under which company?</source>
        <translation>只看哪家公司之下的？</translation>
    </message>
    <message>
        <source>Under {name}</source>
        <translation>{name} 之下</translation>
    </message>
    <message>
        <source>Under …</source>
        <translation>在…之下</translation>
    </message>
    <message>
        <source>Show only what lies under one company</source>
        <translation>只顯示一家公司之下的內容</translation>
    </message>
    <message>
        <source>Look everywhere</source>
        <translation>查看全部</translation>
    </message>
</context>
<context>
    <name>UndoBar</name>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Take this back</source>
        <translation>復原此操作</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>What just happened</source>
        <translation>剛才的操作</translation>
    </message>
</context>
<context>
    <name>UndoDialog</name>
    <message>
        <source>Undo the conversion</source>
        <translation>復原轉換</translation>
    </message>
    <message>
        <source>What was built on it</source>
        <translation>後續內容</translation>
    </message>
    <message>
        <source>Make it a lead again</source>
        <translation>變回潛在客戶</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What the conversion made goes, what it filled is empty again. The lead is as it was, with all its follow-ups.</source>
        <translation>轉換時新增的會移除，補上的恢復為空。潛在客戶恢復原樣，跟進都在。</translation>
    </message>
    <message>
        <source>This was built on it since. Take it back first, then the conversion:</source>
        <translation>之後又有了這些內容。請先復原它們，再復原轉換：</translation>
    </message>
    <message>
        <source>The conversion was undone.</source>
        <translation>已復原轉換。</translation>
    </message>
</context>
<context>
    <name>UnitAdding</name>
    <message>
        <source>New department</source>
        <translation>新部門</translation>
    </message>
    <message>
        <source>{name} was added as a floor or department.</source>
        <translation>已將 {name} 新增為樓層或部門。</translation>
    </message>
</context>
<context>
    <name>UnitList</name>
    <message>
        <source>Add a floor or department</source>
        <translation>新增樓層或部門</translation>
    </message>
    <message>
        <source>Another floor of the same building is no site of its own: it stands here.</source>
        <translation>同一棟樓的另一層不是單獨的據點，寫在這裡。</translation>
    </message>
    <message>
        <source>Purchasing, 11th floor …</source>
        <translation>採購部、11 樓…</translation>
    </message>
</context>
<context>
    <name>UnlockPage</name>
    <message>
        <source>{name} is encrypted</source>
        <translation>{name} 已加密</translation>
    </message>
    <message>
        <source>Type its passphrase to open it.</source>
        <translation>請輸入密碼開啟它。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>開啟(&amp;O)</translation>
    </message>
    <message>
        <source>Open &amp;another file …</source>
        <translation>開啟其他檔案(&amp;A)…</translation>
    </message>
    <message>
        <source>This passphrase does not open the file. Nothing was changed; try again.</source>
        <translation>這個密碼不能開啟檔案。未做任何變更，請再試一次。</translation>
    </message>
</context>
<context>
    <name>UnmergeDialog</name>
    <message>
        <source>{kind}: {name}</source>
        <translation>{kind}：{name}</translation>
    </message>
    <message>
        <source>{what} – {reason}</source>
        <translation>{what} – {reason}</translation>
    </message>
    <message>
        <source>goes to {name}</source>
        <translation>轉到 {name}</translation>
    </message>
    <message>
        <source>stays with {name}</source>
        <translation>留在 {name}</translation>
    </message>
    <message>
        <source>back to {value}</source>
        <translation>恢復為 {value}</translation>
    </message>
    <message>
        <source>leave {value}</source>
        <translation>保留 {value}</translation>
    </message>
    <message>
        <source>{merged} is a record of its own again.</source>
        <translation>{merged} 又是單獨的記錄了。</translation>
    </message>
    <message>
        <source>{merged} are records of their own again.</source>
        <translation>{merged} 又是各自單獨的記錄了。</translation>
    </message>
    <message>
        <source>Take a merge back</source>
        <translation>解除合併</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>解除合併</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Merged into {name} on {day} by {user}: {merged}.</source>
        <translation>{user} 於 {day} 將 {merged} 併入 {name}。</translation>
    </message>
    <message>
        <source>Goes back: {counts}.</source>
        <translation>隨之退回：{counts}。</translation>
    </message>
    <message>
        <source>Nothing was changed since: everything will be as it was before the merge.</source>
        <translation>之後沒有變更：一切恢復到合併前的樣子。</translation>
    </message>
    <message>
        <source>Some things were changed or added since. Decide what becomes of them:</source>
        <translation>之後有修改或新增的內容。請決定如何處理：</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Start with your own customers</source>
        <translation>使用自己的客戶</translation>
    </message>
    <message>
        <source>crmdesk keeps them in one file on this computer and needs no network.</source>
        <translation>crmdesk 把客戶存在本機的一個檔案裡，不需要網路。</translation>
    </message>
    <message>
        <source>Welcome to crmdesk</source>
        <translation>歡迎使用 crmdesk</translation>
    </message>
    <message>
        <source>What would you like to begin with?</source>
        <translation>想從哪裡開始？</translation>
    </message>
    <message>
        <source>Start with my own customers</source>
        <translation>使用自己的客戶</translation>
    </message>
    <message>
        <source>Makes an empty file for you. Next you can import your list from Excel or CSV, or enter the first customer.</source>
        <translation>為您建一個空檔案。接著可以從 Excel 或 CSV 匯入名單，或輸入第一位客戶。</translation>
    </message>
    <message>
        <source>Look around with demo data</source>
        <translation>用示範資料看一看</translation>
    </message>
    <message>
        <source>Some 2,000 public companies and their sites, in a file of their own. Nothing of yours is touched.</source>
        <translation>約 2,000 家公開的公司及其據點，存放在單獨的檔案裡。不會動到您的任何資料。</translation>
    </message>
    <message>
        <source>Open a file I have</source>
        <translation>開啟已有的檔案</translation>
    </message>
    <message>
        <source>A crmdesk file from another computer, or a backup.</source>
        <translation>另一台電腦上的 crmdesk 檔案，或備份。</translation>
    </message>
</context>
<context>
    <name>WindowActions</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>Undo, settings, help</source>
        <translation>復原、設定、說明</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>停止並關閉</translation>
    </message>
    <message>
        <source>Stop it and go on</source>
        <translation>停止並繼續</translation>
    </message>
    <message>
        <source>An import is running. If you close now it is stopped, and nothing of it is left.</source>
        <translation>正在匯入。現在關閉會停止匯入，已做的部分不會保留。</translation>
    </message>
    <message>
        <source>An import into this store is running. If you leave the store now it is stopped, and nothing of it is left.</source>
        <translation>正在匯入到此檔案。現在離開會停止匯入，不留下任何內容。</translation>
    </message>
    <message>
        <source>Work is still going on. If you close now it is stopped, and nothing of it is left.</source>
        <translation>還有工作在進行。現在關閉會停止它，已做的部分不會保留。</translation>
    </message>
    <message>
        <source>Work on this store is still going on. If you leave the store now it is stopped, and nothing of it is left.</source>
        <translation>此檔案還有操作在進行。現在離開會停止操作，不留下任何變更。</translation>
    </message>
    <message>
        <source>{keys} does it again.</source>
        <translation>{keys} 重做。</translation>
    </message>
</context>
<context>
    <name>_Line</name>
    <message>
        <source>Choose a field</source>
        <translation>選擇欄位</translation>
    </message>
    <message>
        <source>Field with the same value in every row</source>
        <translation>每列取值相同的欄位</translation>
    </message>
    <message>
        <source>Value for every row</source>
        <translation>每列的值</translation>
    </message>
    <message>
        <source>Remove this value</source>
        <translation>移除此值</translation>
    </message>
    <message>
        <source>Choose an industry</source>
        <translation>請選擇產業</translation>
    </message>
    <message>
        <source>Province or city</source>
        <translation>道或市</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>產業</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>聯絡人</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>刪除此列</translation>
    </message>
</context>
<context>
    <name>account_form</name>
    <message>
        <source>Parent company</source>
        <translation>上層公司</translation>
    </message>
    <message>
        <source>In this group</source>
        <translation>所屬集團</translation>
    </message>
    <message>
        <source>{count} sites</source>
        <translation>{count} 個據點</translation>
    </message>
    <message>
        <source>1 site</source>
        <translation>1 個據點</translation>
    </message>
    <message>
        <source>The five elements</source>
        <translation>五要素</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Invoice</source>
        <translation>發票資訊</translation>
    </message>
    <message>
        <source>invoice block</source>
        <translation>發票資訊</translation>
    </message>
    <message>
        <source>Graded</source>
        <translation>評定</translation>
    </message>
    <message>
        <source>A grade is a person's decision; date and name are kept with it.</source>
        <translation>等級由人決定，日期和姓名一併記錄。</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>自 {day} 起</translation>
    </message>
    <message>
        <source>since {day}, by {person}</source>
        <translation>自 {day} 起，由 {person} 評定</translation>
    </message>
    <message>
        <source>{name} (from the company)</source>
        <translation>{name}（同公司）</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>顯示</translation>
    </message>
    <message>
        <source>As typed</source>
        <translation>原始地址</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Owner and contact</source>
        <translation>負責人與聯絡方式</translation>
    </message>
</context>
<context>
    <name>account_tree</name>
    <message>
        <source>Lead</source>
        <translation>潛在</translation>
    </message>
    <message>
        <source>Fighting</source>
        <translation>爭取</translation>
    </message>
    <message>
        <source>Existing</source>
        <translation>現有</translation>
    </message>
    <message>
        <source>Sleeping</source>
        <translation>沉睡</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>未成交</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>負責人</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>據點</translation>
    </message>
    <message>
        <source>Sites of the company and of all companies below it</source>
        <translation>該公司及其所有下層公司的據點</translation>
    </message>
    <message>
        <source>Channel partner</source>
        <translation>通路夥伴</translation>
    </message>
    <message>
        <source>Of the node and of everything below it</source>
        <translation>本身及所有下層合計</translation>
    </message>
    <message>
        <source>Subsidiaries</source>
        <translation>子公司</translation>
    </message>
    <message>
        <source>People</source>
        <translation>聯絡人</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>跟進紀錄</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>最近活動</translation>
    </message>
    <message>
        <source>Open opportunities</source>
        <translation>進行中的商機</translation>
    </message>
    <message>
        <source>Open pipeline</source>
        <translation>進行中的金額</translation>
    </message>
    <message>
        <source>Status of the sites</source>
        <translation>各據點狀態</translation>
    </message>
</context>
<context>
    <name>address</name>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>State</source>
        <translation>州</translation>
    </message>
    <message>
        <source>Prefecture</source>
        <translation>都道府縣</translation>
    </message>
    <message>
        <source>Canton</source>
        <translation>州</translation>
    </message>
    <message>
        <source>County</source>
        <translation>郡</translation>
    </message>
    <message>
        <source>Emirate</source>
        <translation>酋長國</translation>
    </message>
    <message>
        <source>Parish</source>
        <translation>教區</translation>
    </message>
    <message>
        <source>Island</source>
        <translation>島嶼</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>省</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Province or city</source>
        <translation>道或市</translation>
    </message>
    <message>
        <source>Oblast</source>
        <translation>州</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>City or county</source>
        <translation>縣市</translation>
    </message>
    <message>
        <source>Post town</source>
        <translation>郵政城鎮</translation>
    </message>
    <message>
        <source>District</source>
        <translation>鄉鎮市區</translation>
    </message>
    <message>
        <source>Suburb</source>
        <translation>郊區</translation>
    </message>
    <message>
        <source>Neighbourhood</source>
        <translation>街區</translation>
    </message>
    <message>
        <source>Townland</source>
        <translation>鎮區</translation>
    </message>
    <message>
        <source>Village or township</source>
        <translation>村或鎮</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>郵遞區號</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>郵遞區號</translation>
    </message>
    <message>
        <source>Eircode</source>
        <translation>郵遞區號</translation>
    </message>
    <message>
        <source>PIN code</source>
        <translation>郵遞區號</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>街道門牌</translation>
    </message>
    <message>
        <source>Country or region</source>
        <translation>國家或地區</translation>
    </message>
    <message>
        <source>Town or street office</source>
        <translation>鄉鎮街道</translation>
    </message>
    <message>
        <source>Development zone</source>
        <translation>開發區</translation>
    </message>
    <message>
        <source>Village or community</source>
        <translation>村里或社區</translation>
    </message>
    <message>
        <source>Road</source>
        <translation>道路</translation>
    </message>
    <message>
        <source>Section of the road</source>
        <translation>路段</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>門牌號</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>巷弄</translation>
    </message>
    <message>
        <source>Number in the lane</source>
        <translation>巷弄內門牌號</translation>
    </message>
    <message>
        <source>Crossing road</source>
        <translation>交叉道路</translation>
    </message>
    <message>
        <source>Position at the road</source>
        <translation>方位</translation>
    </message>
    <message>
        <source>Compound or building name</source>
        <translation>社區或大樓名稱</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>棟別</translation>
    </message>
    <message>
        <source>Entrance</source>
        <translation>單元</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>樓層</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房號</translation>
    </message>
</context>
<context>
    <name>collisions</name>
    <message>
        <source>The names are alike.</source>
        <translation>名稱相似。</translation>
    </message>
    <message>
        <source>The phone number is the same.</source>
        <translation>電話號碼相同。</translation>
    </message>
    <message>
        <source>The mail address is the same.</source>
        <translation>電子郵件相同。</translation>
    </message>
    <message>
        <source>The credit code is the same.</source>
        <translation>統一社會信用代碼相同。</translation>
    </message>
    <message>
        <source>The address is the same.</source>
        <translation>地址相同。</translation>
    </message>
    <message>
        <source>with {owner}</source>
        <translation>由 {owner} 負責</translation>
    </message>
    <message>
        <source>in the pool {pool}</source>
        <translation>在公海 {pool} 中</translation>
    </message>
    <message>
        <source>with nobody</source>
        <translation>無人負責</translation>
    </message>
    <message>
        <source>last follow-up {day}</source>
        <translation>最近跟進 {day}</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>E&amp;xchange with the centre</source>
        <translation>與中心同步(&amp;X)</translation>
    </message>
    <message>
        <source>Settle &amp;conflicts</source>
        <translation>解決衝突(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;What others changed</source>
        <translation>別人的修改(&amp;W)</translation>
    </message>
    <message>
        <source>What waits to be &amp;sent</source>
        <translation>等待送出的內容(&amp;S)</translation>
    </message>
    <message>
        <source>What I &amp;hold</source>
        <translation>由我跟進的客戶(&amp;H)</translation>
    </message>
    <message>
        <source>New &amp;company</source>
        <translation>新增公司(&amp;C)</translation>
    </message>
    <message>
        <source>New &amp;site</source>
        <translation>新增據點(&amp;S)</translation>
    </message>
    <message>
        <source>New &amp;lead</source>
        <translation>新增潛在客戶(&amp;L)</translation>
    </message>
    <message>
        <source>Pools: claim, what falls back soon</source>
        <translation>公海：領取、即將收回</translation>
    </message>
    <message>
        <source>&amp;Import …</source>
        <translation>匯入(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport to a database …</source>
        <translation>匯出到資料庫(&amp;X)…</translation>
    </message>
    <message>
        <source>What the &amp;centre has already …</source>
        <translation>中心已有的記錄(&amp;C)…</translation>
    </message>
    <message>
        <source>S&amp;plit an import into sites …</source>
        <translation>將匯入的客戶拆分為據點(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>復原(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>設定(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>快速鍵(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About crmdesk</source>
        <translation>關於 crmdesk(&amp;A)</translation>
    </message>
    <message>
        <source>Language: 简体中文</source>
        <translation>語言：简体中文</translation>
    </message>
    <message>
        <source>Language: 繁體中文</source>
        <translation>語言：繁體中文</translation>
    </message>
    <message>
        <source>Language: English</source>
        <translation>語言：English</translation>
    </message>
    <message>
        <source>Theme: as the computer</source>
        <translation>外觀：跟隨系統設定</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>外觀：淺色</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>外觀：深色</translation>
    </message>
</context>
<context>
    <name>conflicts</name>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Changed twice</source>
        <translation>兩人都改了</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>不合要求</translation>
    </message>
    <message>
        <source>Code taken</source>
        <translation>編號已被用</translation>
    </message>
    <message>
        <source>Not deleted</source>
        <translation>未刪除</translation>
    </message>
    <message>
        <source>Not moved</source>
        <translation>未移動</translation>
    </message>
    <message>
        <source>Merged elsewhere</source>
        <translation>已併入別處</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>已恢復</translation>
    </message>
    <message>
        <source>Moved up</source>
        <translation>已上移</translation>
    </message>
    <message>
        <source>Same credit code</source>
        <translation>統編／信用代碼相同</translation>
    </message>
    <message>
        <source>Held by another</source>
        <translation>由他人跟進</translation>
    </message>
    <message>
        <source>Stays in its pool</source>
        <translation>留在公海</translation>
    </message>
    <message>
        <source>Waits for a word</source>
        <translation>待確認</translation>
    </message>
    <message>
        <source>{other} changed {field} before your change arrived. Which one holds?</source>
        <translation>您的修改到達之前，{other} 已改過「{field}」。以哪個為準？</translation>
    </message>
    <message>
        <source>What you entered as {field} does not fit and was not taken over.</source>
        <translation>您填寫的「{field}」不合要求，沒有採用。</translation>
    </message>
    <message>
        <source>The code {mine} belongs to {theirs} already. If it is the same customer, merge them; else choose another code.</source>
        <translation>編號 {mine} 已屬於 {theirs}。如果是同一客戶，請合併；否則請換一個編號。</translation>
    </message>
    <message>
        <source>You deleted this, but {other} had changed it meanwhile. So it was not deleted.</source>
        <translation>您刪除了這筆，但 {other} 在這期間改過它。所以沒有刪除。</translation>
    </message>
    <message>
        <source>You moved this under {mine}; with a move of {other} it would lie below itself. So it stays under {theirs}.</source>
        <translation>您把它移到 {mine} 之下；加上 {other} 的移動，它會在自己之下。所以仍在 {theirs} 之下。</translation>
    </message>
    <message>
        <source>You merged this into {mine}; {other} had merged it into {theirs} before. Are all of them one?</source>
        <translation>您把它併入了 {mine}；{other} 之前已把它併入 {theirs}。它們都是同一個嗎？</translation>
    </message>
    <message>
        <source>This had been deleted. It came back because somebody worked on it meanwhile.</source>
        <translation>它曾被刪除。因為有人在這期間改過它，所以恢復了。</translation>
    </message>
    <message>
        <source>The company this lay under was deleted. It lies under {theirs} now.</source>
        <translation>它的上層公司已被刪除。現在它在 {theirs} 之下。</translation>
    </message>
    <message>
        <source>{theirs} has the same credit code {mine}. Is it the same company?</source>
        <translation>{theirs} 的統編／信用代碼也是 {mine}。是同一家公司嗎？</translation>
    </message>
    <message>
        <source>{other} holds this, since {time}. Your calls and notes stay with the customer.</source>
        <translation>從 {time} 起由 {other} 跟進。您的電話和跟進紀錄留在該客戶。</translation>
    </message>
    <message>
        <source>A rule of the pool {theirs} kept it there.</source>
        <translation>依公海「{theirs}」的規則，該記錄留在公海中。</translation>
    </message>
    <message>
        <source>You have as many prospects as the pool {theirs} allows. It stays there, for you or others to claim later.</source>
        <translation>您持有的潛在客戶數已達公海「{theirs}」的上限。該記錄留在公海中，您或他人以後可以再領取。</translation>
    </message>
    <message>
        <source>You had it before: by the rules of the pool {theirs} others come first for some days. It stays there.</source>
        <translation>您曾是它的負責人：依公海「{theirs}」的規則，幾天內由他人優先領取。該記錄留在公海中。</translation>
    </message>
    <message>
        <source>You claimed as many that day as the pool {theirs} allows. It stays there, for you or others to claim later.</source>
        <translation>您當天的領取數已達公海「{theirs}」的上限。該記錄留在公海中，您或他人以後可以再領取。</translation>
    </message>
    <message>
        <source>You moved this under {mine}; with a move of {other} it would lie below itself. So it stays at the top.</source>
        <translation>您把它移到 {mine} 之下；加上 {other} 的移動，它會在自己之下。所以仍在最上層。</translation>
    </message>
    <message>
        <source>The company this lay under was deleted. It lies at the top now.</source>
        <translation>它的上層公司已被刪除。現在它在最上層。</translation>
    </message>
    <message>
        <source>{author} changed {field} too, after {other}. Which one holds?</source>
        <translation>{author} 在 {other} 之後也改了「{field}」。以哪個為準？</translation>
    </message>
    <message>
        <source>{author} changed {field} too, after you. Yours holds until one of you settles it.</source>
        <translation>{author} 在您之後也改了「{field}」。在你們其中一位解決之前，以您的為準。</translation>
    </message>
    <message>
        <source>The code {mine} belongs to a customer you do not see. Choose another one.</source>
        <translation>編號 {mine} 屬於您看不到的客戶。請換一個。</translation>
    </message>
    <message>
        <source>{author} may not change this customer himself.</source>
        <translation>{author} 不能自己修改此客戶。</translation>
    </message>
    <message>
        <source>{author} would like to change this; only its owner or a manager may.</source>
        <translation>{author} 想修改這筆；只有負責人或主管可以修改。</translation>
    </message>
    <message>
        <source>What {author} entered does not fit.</source>
        <translation>{author} 填寫的內容不合要求。</translation>
    </message>
    <message>
        <source>{author} made this before his access ended.</source>
        <translation>{author} 在權限停用之前做了這項修改。</translation>
    </message>
    <message>
        <source>{author} changed something that the centre does not know.</source>
        <translation>{author} 改了中心沒有的內容。</translation>
    </message>
    <message>
        <source>{author} has a newer program; this follows by itself once the centre is brought up to date.</source>
        <translation>{author} 的程式較新；中心更新之後會自動補上。</translation>
    </message>
    <message>
        <source>The centre could not take over what {author} entered.</source>
        <translation>中心無法採用 {author} 填寫的內容。</translation>
    </message>
    <message>
        <source>Sent to {name}, who decides.</source>
        <translation>已送交 {name} 決定。</translation>
    </message>
    <message>
        <source>Sent to whoever manages the team, who decides.</source>
        <translation>已送交團隊主管決定。</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>有人</translation>
    </message>
    <message>
        <source>&amp;Keep theirs</source>
        <translation>保留對方的(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep what is there</source>
        <translation>保留現有的(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep it without a code</source>
        <translation>保留，不要編號(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep the record</source>
        <translation>保留該記錄(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep it there</source>
        <translation>留在那裡(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep it so</source>
        <translation>保持這樣(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep both</source>
        <translation>兩個都保留(&amp;K)</translation>
    </message>
    <message>
        <source>O&amp;K, seen</source>
        <translation>知道了(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep it as it is</source>
        <translation>保持現狀(&amp;K)</translation>
    </message>
    <message>
        <source>Use &amp;mine</source>
        <translation>用我的(&amp;M)</translation>
    </message>
    <message>
        <source>Delete it all the sa&amp;me</source>
        <translation>仍然刪除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Move it all the same</source>
        <translation>仍然移動(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Merge them all the same</source>
        <translation>仍然合併(&amp;M)</translation>
    </message>
    <message>
        <source>Use what {name} ca&amp;me with</source>
        <translation>用 {name} 的(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Type another …</source>
        <translation>另行填寫(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Ask {name} …</source>
        <translation>詢問 {name}(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Ask …</source>
        <translation>詢問(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Yes, let it in</source>
        <translation>採納(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;No, leave it out</source>
        <translation>不採納(&amp;N)</translation>
    </message>
</context>
<context>
    <name>content</name>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文件</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>圖片</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>資料庫</translation>
    </message>
    <message>
        <source>an Access database</source>
        <translation>Access 資料庫</translation>
    </message>
    <message>
        <source>a packed archive</source>
        <translation>壓縮檔</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程式</translation>
    </message>
    <message>
        <source>a Parquet file</source>
        <translation>Parquet 檔案</translation>
    </message>
    <message>
        <source>a text document (RTF)</source>
        <translation>文字文件（RTF）</translation>
    </message>
    <message>
        <source>JSON data</source>
        <translation>JSON 資料</translation>
    </message>
    <message>
        <source>a collection of contact cards (vCard)</source>
        <translation>一組名片（vCard）</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>網頁</translation>
    </message>
    <message>
        <source>an XML document</source>
        <translation>XML 文件</translation>
    </message>
    <message>
        <source>a packed workbook or archive</source>
        <translation>壓縮的活頁簿或壓縮檔</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>二進位資料</translation>
    </message>
    <message>
        <source>a workbook of Excel 4 or older</source>
        <translation>Excel 4 或更早的活頁簿</translation>
    </message>
    <message>
        <source>a dBASE file</source>
        <translation>dBASE 檔案</translation>
    </message>
    <message>
        <source>a binary workbook (.xlsb)</source>
        <translation>二進位活頁簿（.xlsb）</translation>
    </message>
    <message>
        <source>a packed archive; unpack it first</source>
        <translation>壓縮檔，請先解壓</translation>
    </message>
</context>
<context>
    <name>conversion</name>
    <message>
        <source>certainly the same</source>
        <translation>肯定相同</translation>
    </message>
    <message>
        <source>probably the same</source>
        <translation>可能相同</translation>
    </message>
    <message>
        <source>possibly the same</source>
        <translation>也許相同</translation>
    </message>
    <message>
        <source>same address</source>
        <translation>地址相同</translation>
    </message>
    <message>
        <source>same company</source>
        <translation>同一公司</translation>
    </message>
    <message>
        <source>same mobile</source>
        <translation>手機相同</translation>
    </message>
    <message>
        <source>same mail</source>
        <translation>電子郵件相同</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>姓名相同</translation>
    </message>
    <message>
        <source>New company</source>
        <translation>新增公司</translation>
    </message>
    <message>
        <source>Existing company</source>
        <translation>已有公司</translation>
    </message>
    <message>
        <source>New site</source>
        <translation>新增據點</translation>
    </message>
    <message>
        <source>Existing site</source>
        <translation>已有據點</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新增聯絡人</translation>
    </message>
    <message>
        <source>Known person</source>
        <translation>已有聯絡人</translation>
    </message>
</context>
<context>
    <name>crash</name>
    <message>
        <source>Something went wrong inside crmdesk. What you saved is safe.</source>
        <translation>crmdesk 內部發生錯誤。已儲存的內容都在。</translation>
    </message>
    <message>
        <source>A report without customer data was written to {path}. Please send it to the developers.</source>
        <translation>已寫好一份不含客戶資料的報告：{path}。請把它寄給開發人員。</translation>
    </message>
</context>
<context>
    <name>criteria</name>
    <message>
        <source>{count} of {of}</source>
        <translation>{of} 項中的 {count} 項</translation>
    </message>
    <message>
        <source>from {percent} %</source>
        <translation>{percent}% 以上</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>every lead</source>
        <translation>所有潛在客戶</translation>
    </message>
    <message>
        <source>It asks nothing yet. Add the first criterion.</source>
        <translation>還沒有判斷項。請新增第一項。</translation>
    </message>
    <message>
        <source>Nothing passes: even a yes to everything is not enough. Lower the pass mark.</source>
        <translation>無法通過：即使全部答「是」也不夠。請降低通過條件。</translation>
    </message>
    <message>
        <source>Passes with {count} of {of}, for example a yes to {names}: {score} % of the weights.</source>
        <translation>{of} 項中符合 {count} 項即通過，例如 {names} 答「是」：占權重的 {score}%。</translation>
    </message>
    <message>
        <source>A no to one of these fails, whatever else is said: {names}.</source>
        <translation>以下任一項答「否」即不通過：{names}。</translation>
    </message>
</context>
<context>
    <name>developed</name>
    <message>
        <source>This month</source>
        <translation>本月</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>本季</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>今年</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>全部期間</translation>
    </message>
    <message>
        <source>Developed by</source>
        <translation>開發人</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新增內容</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>首單</translation>
    </message>
    <message>
        <source>Joins when there are orders</source>
        <translation>有訂單後顯示</translation>
    </message>
    <message>
        <source>Nothing: the account was known</source>
        <translation>無：客戶先前已有</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Site of a known company</source>
        <translation>既有客戶的新地點</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚無</translation>
    </message>
</context>
<context>
    <name>duplicates</name>
    <message>
        <source>Certain</source>
        <translation>肯定</translation>
    </message>
    <message>
        <source>Likely</source>
        <translation>很可能</translation>
    </message>
    <message>
        <source>Possible</source>
        <translation>可能</translation>
    </message>
</context>
<context>
    <name>errors</name>
    <message>
        <source>A demo centre is there already. Stop it first: crmdesk central demo --stop</source>
        <translation>示範中心已經在執行。請先停止：crmdesk central demo --stop</translation>
    </message>
    <message>
        <source>There is no demo centre.</source>
        <translation>沒有示範中心。</translation>
    </message>
    <message>
        <source>Nothing could be read from {option}.</source>
        <translation>從 {option} 什麼也讀不到。</translation>
    </message>
    <message>
        <source>{file} has no column {column}. It has: {found}.</source>
        <translation>{file} 裡沒有 {column} 欄。現有的欄：{found}。</translation>
    </message>
    <message>
        <source>{code} is a site. Name a company, a group for instance.</source>
        <translation>{code} 是據點。請寫公司，例如集團。</translation>
    </message>
    <message>
        <source>{name} may be the same customer as {other} ({holder}), and {more} more are alike.</source>
        <translation>{name} 可能與 {other}（{holder}）是同一客戶，另有 {more} 個相似。</translation>
    </message>
    <message>
        <source>{name} may be the same customer as {other} ({holder}).</source>
        <translation>{name} 可能與 {other}（{holder}）是同一客戶。</translation>
    </message>
    <message>
        <source>{text} is found in {count} leads. Give the whole name, or an id.</source>
        <translation>有 {count} 筆潛在客戶包含「{text}」。請給出全名或編號。</translation>
    </message>
    <message>
        <source>{text} is the name of several. Give the id of one: {ids}.</source>
        <translation>有多個名為 {text} 的記錄。請給出其中一個的編號：{ids}。</translation>
    </message>
    <message>
        <source>No {kind} is called {what}.</source>
        <translation>沒有名為 {what} 的{kind}。</translation>
    </message>
    <message>
        <source>This data belongs to the centre {centre} already. Leave it first.</source>
        <translation>這些資料已屬於中心 {centre}。請先退出。</translation>
    </message>
    <message>
        <source>{count} records have edits that the centre does not have. Exchange first, or knowingly discard them.</source>
        <translation>{count} 筆記錄的修改還沒到中心。請先同步，或明確選擇放棄。</translation>
    </message>
    <message>
        <source>The search for duplicates ended unexpectedly. You can start it again.</source>
        <translation>尋找重複意外中止。可以重新開始。</translation>
    </message>
    <message>
        <source>The exchange with the centre ended unexpectedly. Your work is saved here and will be sent later.</source>
        <translation>與中心的同步意外中止。您的工作已儲存在本機，之後會送出。</translation>
    </message>
    <message>
        <source>The export ended unexpectedly. The database is as it was; you can start it again.</source>
        <translation>匯出意外中止。資料庫沒有變化，可以重新開始。</translation>
    </message>
    <message>
        <source>The import ended unexpectedly. Nothing was changed; you can start it again.</source>
        <translation>匯入意外中斷。未做任何變更，可以重新開始。</translation>
    </message>
    <message>
        <source>Undoing ended unexpectedly. Nothing was changed; you can try it again.</source>
        <translation>復原意外中止。未做任何變更，可以再試一次。</translation>
    </message>
    <message>
        <source>The passphrase is empty. Type one, or pass it with --passphrase-fd.</source>
        <translation>密碼是空的。請輸入密碼，或用 --passphrase-fd 傳入。</translation>
    </message>
    <message>
        <source>The action could not be carried out.</source>
        <translation>操作沒有成功。</translation>
    </message>
    <message>
        <source>{field}: {reason}</source>
        <translation>{field}：{reason}</translation>
    </message>
    <message>
        <source>No company, site or contact is called {what}.</source>
        <translation>沒有叫「{what}」的公司、據點或聯絡人。</translation>
    </message>
    <message>
        <source>{name} was changed elsewhere since you opened it. Reload it, then make your change again.</source>
        <translation>{name} 在您開啟之後已被別處修改。請重新載入，再做一次修改。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止。未做任何變更。</translation>
    </message>
    <message>
        <source>“{value}” is no amount. Type a number like 12000 or 12,000.50.</source>
        <translation>「{value}」不是金額。請寫成 12000 或 12,000.50 這樣。</translation>
    </message>
    <message>
        <source>{file} cannot be read as a table.</source>
        <translation>{file} 無法當作表格讀取。</translation>
    </message>
    <message>
        <source>{file} cannot be opened: {reason}. Check that it exists and is not in use.</source>
        <translation>{file} 無法開啟：{reason}。請確認檔案存在，且未被使用中的程式鎖住。</translation>
    </message>
    <message>
        <source>{file} holds no rows. Choose another file or another sheet.</source>
        <translation>{file} 裡沒有資料列。請選擇其他檔案或其他工作表。</translation>
    </message>
    <message>
        <source>{file} is no table but {kind}. Save the data as .xlsx or .csv, then import that file.</source>
        <translation>{file} 不是表格，而是{kind}。請把資料另存為 .xlsx 或 .csv，再匯入那個檔案。</translation>
    </message>
    <message>
        <source>{file} is damaged ({reason}). Get it again, or open it and save it anew.</source>
        <translation>{file} 已損壞（{reason}）。請重新取得，或開啟後重新儲存。</translation>
    </message>
    <message>
        <source>{file} is protected by a password. Save a copy without the password and import that.</source>
        <translation>{file} 有密碼保護。請另存一份不帶密碼的檔案再匯入。</translation>
    </message>
    <message>
        <source>{file} is too large: {found}, at most {limit} can be read. Split it, or save the sheet as .csv.</source>
        <translation>{file} 太大：{found}，最多能讀取 {limit}。請拆分檔案，或把工作表另存為 .csv。</translation>
    </message>
    <message>
        <source>{file} was changed since it was opened. Open it again.</source>
        <translation>{file} 開啟之後被改過。請重新開啟。</translation>
    </message>
    <message>
        <source>{file} has no sheet {sheet}. It has: {sheets}.</source>
        <translation>{file} 裡沒有工作表 {sheet}。現有：{sheets}。</translation>
    </message>
    <message>
        <source>{file}: there is no encoding called {encoding}. Try utf-8, gb18030 or big5.</source>
        <translation>{file}：沒有名為 {encoding} 的編碼。請試試 utf-8、gb18030 或 big5。</translation>
    </message>
    <message>
        <source>{file}: {separator} cannot be a separator. Give one character, such as a comma.</source>
        <translation>{file}：{separator} 不能作分隔符號。請指定一個字元，例如逗號。</translation>
    </message>
    <message>
        <source>{file} has no row {row} that could hold the column names. Give another row.</source>
        <translation>{file} 沒有可作欄名的第 {row} 列。請指定另一列。</translation>
    </message>
    <message>
        <source>{file}, row {row}: {found} columns, at most {limit} can be read. Check the separator or remove columns.</source>
        <translation>{file} 第 {row} 列：有 {found} 欄，最多能讀取 {limit} 欄。請檢查分隔符號或刪去一些欄。</translation>
    </message>
    <message>
        <source>{file}, row {row}: a cell is longer than {limit} characters. Look for a quotation mark that is not closed.</source>
        <translation>{file} 第 {row} 列：有儲存格超過 {limit} 個字元。請找出沒有配對的引號。</translation>
    </message>
    <message>
        <source>{file}, row {row}: a quotation mark opens a cell and is never closed. Close or remove it.</source>
        <translation>{file} 第 {row} 列：儲存格開頭的引號沒有配對。請補上或刪去。</translation>
    </message>
    <message>
        <source>{file}, row {row}: {reason}. Correct that row.</source>
        <translation>{file} 第 {row} 列：{reason}。請更正該列。</translation>
    </message>
    <message>
        <source>Row {row}: {field}: {reason}</source>
        <translation>第 {row} 列：{field}：{reason}</translation>
    </message>
    <message>
        <source>no company is named in this row. Fill its name, code or credit code.</source>
        <translation>該列沒有寫明公司。請填寫公司名稱、編號或信用代碼。</translation>
    </message>
    <message>
        <source>nobody is named in this row. Fill the company, a person, mail, phone or number.</source>
        <translation>該列沒有寫明是誰。請填寫公司、聯絡人、郵件、電話或編號。</translation>
    </message>
    <message>
        <source>the text holds characters that cannot be read. Choose the file's right encoding.</source>
        <translation>文字中有無法讀取的字元。請為檔案選擇正確的編碼。</translation>
    </message>
    <message>
        <source>there are more cells than columns ({cells}). A quote or separator is missing in this row.</source>
        <translation>儲存格比欄多（{cells}）。該列缺少引號或分隔符號。</translation>
    </message>
    <message>
        <source>The mapping cannot be used: {column}: {reason}</source>
        <translation>這份欄位對應無法使用：{column}：{reason}</translation>
    </message>
    <message>
        <source>{file} is no mapping file: {reason}</source>
        <translation>{file} 不是欄位對應檔案：{reason}</translation>
    </message>
    <message>
        <source>the file has no such column.</source>
        <translation>檔案裡沒有這一欄。</translation>
    </message>
    <message>
        <source>it names no columns.</source>
        <translation>沒有寫明任何欄。</translation>
    </message>
    <message>
        <source>it was written by a newer version.</source>
        <translation>它由更新的版本寫成。</translation>
    </message>
    <message>
        <source>nothing is called that in a mapping.</source>
        <translation>欄位對應裡沒有這個名稱。</translation>
    </message>
    <message>
        <source>a value is of the wrong type.</source>
        <translation>有一個值的類型不對。</translation>
    </message>
    <message>
        <source>there is no such field.</source>
        <translation>沒有這個欄位。</translation>
    </message>
    <message>
        <source>another column is mapped to the same field.</source>
        <translation>另一欄已對應到同一欄位。</translation>
    </message>
    <message>
        <source>the column is mapped to two fields.</source>
        <translation>這一欄對應到了兩個欄位。</translation>
    </message>
    <message>
        <source>no column says which company a row belongs to.</source>
        <translation>沒有一欄說明每列屬於哪家公司。</translation>
    </message>
    <message>
        <source>rows of this kind have no such field.</source>
        <translation>這類列沒有此欄位。</translation>
    </message>
    <message>
        <source>no column names the lead: its company, a person, mail, phone or number.</source>
        <translation>沒有一欄說明潛在客戶是誰：公司、聯絡人、郵件、電話或編號。</translation>
    </message>
    <message>
        <source>no column is mapped to it, but it decides what a row is.</source>
        <translation>沒有任何一欄對應到它，但它決定每列是什麼。</translation>
    </message>
    <message>
        <source>No mapping is called {name}.</source>
        <translation>沒有名為「{name}」的欄位對應。</translation>
    </message>
    <message>
        <source>{code} cannot be a code. A code has up to {longest} letters A–Z and digits, with - _ . / only between them.</source>
        <translation>{code} 不能作編號。編號最多 {longest} 位，由字母 A–Z 和數字組成，- _ . / 只能用在中間。</translation>
    </message>
    <message>
        <source>{field}: a whole number from 0 to 9999, or nothing.</source>
        <translation>{field}：0 到 9999 的整數，或留空。</translation>
    </message>
    <message>
        <source>{field}: a whole number from 1 to 9999, or nothing.</source>
        <translation>{field}：1 到 9999 的整數，或留空。</translation>
    </message>
    <message>
        <source>Days by grade: for each grade a whole number of days from 1 to 9999.</source>
        <translation>按等級的天數：每個等級填 1 到 9999 的整數天。</translation>
    </message>
    <message>
        <source>Code {code} already belongs to {name}. Choose another code.</source>
        <translation>編號 {code} 已屬於 {name}。請換一個編號。</translation>
    </message>
    <message>
        <source>{name} cannot be placed under {parent}: {parent} lies below it.</source>
        <translation>{name} 不能放在 {parent} 之下：{parent} 在它的下層。</translation>
    </message>
    <message>
        <source>A record can be taken along for 1 to {most} days.</source>
        <translation>一個客戶可以暫由您跟進 1 到 {most} 天。</translation>
    </message>
    <message>
        <source>You neither hold this record nor asked for it.</source>
        <translation>這個客戶不由您跟進，您也沒有申請。</translation>
    </message>
    <message>
        <source>This was settled meanwhile, or cannot be settled that way.</source>
        <translation>它在這期間已解決，或不能這樣解決。</translation>
    </message>
    <message>
        <source>The answer is on its way already. Change the record itself instead.</source>
        <translation>回答已經送出。請直接修改記錄。</translation>
    </message>
    <message>
        <source>The conversion of {name} cannot be undone: {count} things were built on it since. Take those back first.</source>
        <translation>無法復原 {name} 的轉換：之後又有了 {count} 項內容。請先復原它們。</translation>
    </message>
    <message>
        <source>{name} was converted by {who} on another computer and can only be undone there.</source>
        <translation>{name} 由 {who} 在另一台電腦上轉換，只能在那裡復原。</translation>
    </message>
    <message>
        <source>{name} has not been converted.</source>
        <translation>{name} 還沒有轉換。</translation>
    </message>
    <message>
        <source>{name} is not qualified yet. Qualify the lead first, then convert it.</source>
        <translation>{name} 還沒有通過評估。請先評估資格，再轉換。</translation>
    </message>
    <message>
        <source>{name} has been converted already. Open its account instead.</source>
        <translation>{name} 已經轉換。請開啟對應的客戶。</translation>
    </message>
    <message>
        <source>{name} is with nobody. Claim the lead first, then convert it.</source>
        <translation>{name} 沒有負責人。請先領取，再轉換。</translation>
    </message>
    <message>
        <source>{value} is out of range: use a number from 0 to {most}.</source>
        <translation>{value} 超出範圍：請用 0 到 {most} 的數字。</translation>
    </message>
    <message>
        <source>Leads were judged by {name}: what counts in it stays as it is for them. Make a new version of it and change that.</source>
        <translation>已有潛在客戶依 {name} 評估：計分方式不再改變。請建立新版本再修改。</translation>
    </message>
    <message>
        <source>One of the two records was merged or deleted meanwhile. Look at the list again.</source>
        <translation>兩筆記錄之一在這期間已合併或刪除。請重新檢視清單。</translation>
    </message>
    <message>
        <source>{name} is with {owner}.</source>
        <translation>{name} 由 {owner} 負責。</translation>
    </message>
    <message>
        <source>The pool {pool} is for others: you are not one of its members.</source>
        <translation>公海 {pool} 供他人使用：您不是其成員。</translation>
    </message>
    <message>
        <source>You had {name} before. By the rules of the pool {pool} you can claim it again from {day}.</source>
        <translation>您曾負責 {name}。依公海 {pool} 的規則，您自 {day} 起才能再次領取。</translation>
    </message>
    <message>
        <source>By the rules of the pool {pool} a person may claim {limit} a day; you have {left} left today.</source>
        <translation>依公海 {pool} 的規則，每人每天可領取 {limit} 筆；您今天還可領取 {left} 筆。</translation>
    </message>
    <message>
        <source>By the rules of the pool {pool} a person may have {limit} prospects at once; you have {held}.</source>
        <translation>依公海 {pool} 的規則，每人最多同時持有 {limit} 筆；您已有 {held} 筆。</translation>
    </message>
    <message>
        <source>{name} is not yours to release.</source>
        <translation>{name} 不由您負責，不能由您釋放。</translation>
    </message>
    <message>
        <source>There is no pool for this. Make one in the settings first.</source>
        <translation>沒有可用的公海。請先在設定中新增。</translation>
    </message>
    <message>
        <source>A lead needs the name of a company or of a person.</source>
        <translation>潛在客戶需要填寫公司名稱或聯絡人姓名。</translation>
    </message>
    <message>
        <source>{name} was converted. Work goes on at its account; take the conversion back to change it.</source>
        <translation>{name} 已轉換，後續工作在客戶上進行；如需修改，請先復原轉換。</translation>
    </message>
    <message>
        <source>A lead is with one person or in one pool, not both.</source>
        <translation>潛在客戶只能歸屬一位負責人或一個公海，不能同時歸屬兩者。</translation>
    </message>
    <message>
        <source>A lead becomes qualified by its qualification, disqualified with a reason, and converted by its conversion.</source>
        <translation>「合格」由資格評估得出，「無效」需要填寫原因，「已轉換」由轉換得出，不能直接設定。</translation>
    </message>
    <message>
        <source>{name} waits in the pool {pool}, whose administrators hand leads out. Claim it instead.</source>
        <translation>{name} 在公海「{pool}」中，只有該公海的管理員才能分配。請改為領取。</translation>
    </message>
    <message>
        <source>Choose at least two different records of one kind to merge.</source>
        <translation>請選擇至少兩筆不同的同類記錄再合併。</translation>
    </message>
    <message>
        <source>Only companies with companies, sites with sites and people with people can be merged.</source>
        <translation>公司只能與公司合併，據點只能與據點合併，聯絡人只能與聯絡人合併。</translation>
    </message>
    <message>
        <source>{field} is nothing to choose in this merge. Known: {known}.</source>
        <translation>這次合併不能選擇 {field}。可選：{known}。</translation>
    </message>
    <message>
        <source>{name} cannot be placed under itself.</source>
        <translation>{name} 不能放在自己之下。</translation>
    </message>
    <message>
        <source>{name} is a site: it always belongs to a company and cannot stand at the top.</source>
        <translation>{name} 是據點：始終屬於一家公司，不能放在最上層。</translation>
    </message>
    <message>
        <source>Nothing can be placed under {name}: it is a site, only companies hold others.</source>
        <translation>{name} 之下不能放內容：它是據點，只有公司可以有下層。</translation>
    </message>
    <message>
        <source>An opportunity belongs to an account. Convert the lead first.</source>
        <translation>商機屬於客戶。請先轉換潛在客戶。</translation>
    </message>
    <message>
        <source>Only administrators of the pool {pool} can do this with {name}.</source>
        <translation>只有公海 {pool} 的管理員可以對 {name} 執行此操作。</translation>
    </message>
    <message>
        <source>By its rules the pool {pool} takes no accounts.</source>
        <translation>按規則，公海 {pool} 不接收客戶。</translation>
    </message>
    <message>
        <source>Choose another pool than {pool} for what waits in it.</source>
        <translation>請為其中的記錄選擇 {pool} 以外的公海。</translation>
    </message>
    <message>
        <source>Only administrators of the pool {pool} can change it.</source>
        <translation>只有公海 {pool} 的管理員可以變更它。</translation>
    </message>
    <message>
        <source>{count} records wait in the pool {pool}. Move or assign them first.</source>
        <translation>公海 {pool} 中還有 {count} 筆記錄。請先移走或指派。</translation>
    </message>
    <message>
        <source>By the rules of the pool {pool} a person may open {limit} of its records a day.</source>
        <translation>依公海 {pool} 的規則，每人每天可檢視 {limit} 筆記錄。</translation>
    </message>
    <message>
        <source>This qualification is closed. Begin a new one to change its answers.</source>
        <translation>這次評估已結束。要修改回答，請重新評估。</translation>
    </message>
    <message>
        <source>{name} has been converted. Its qualification can be read, not changed.</source>
        <translation>{name} 已經轉換。評估只能查看，不能修改。</translation>
    </message>
    <message>
        <source>There is no field {field} that could be set. Known fields: {known}.</source>
        <translation>沒有可設定的欄位 {field}。可用欄位：{known}。</translation>
    </message>
    <message>
        <source>{field} must not be empty.</source>
        <translation>{field}不能為空。</translation>
    </message>
    <message>
        <source>{field} holds at most {limit} characters; this text has {length}. Shorten it.</source>
        <translation>{field}最多 {limit} 個字元，這裡有 {length} 個。請縮短。</translation>
    </message>
    <message>
        <source>{field} must be a number, not “{value}”.</source>
        <translation>{field}必須是數字，不能是「{value}」。</translation>
    </message>
    <message>
        <source>{field} must be a date like 2026-11-22, not “{value}”.</source>
        <translation>{field}必須是 2026-11-22 這樣的日期，不能是「{value}」。</translation>
    </message>
    <message>
        <source>{field} must be one of {choices}, not “{value}”.</source>
        <translation>{field}只能是 {choices} 之一，不能是「{value}」。</translation>
    </message>
    <message>
        <source>{name} of this company stands at the same address ({address}). Open it, add a floor or department to it, or say that it is another building.</source>
        <translation>該公司的 {name} 就在同一地址（{address}）。請開啟它、為它新增樓層或部門，或說明是另一棟樓。</translation>
    </message>
    <message>
        <source>Since this was proposed, others were changed: {names}. Nothing was split; look at a new proposal.</source>
        <translation>方案產生之後有變更：{names}。沒有拆分，請檢視新方案。</translation>
    </message>
    <message>
        <source>There is nothing to split: every account has one address.</source>
        <translation>沒有可拆分的：每個客戶都只有一個地址。</translation>
    </message>
    <message>
        <source>A probability is a number from 0 to 100, not {value}.</source>
        <translation>機率是 0 到 100 的數字，不能是 {value}。</translation>
    </message>
    <message>
        <source>At least one stage that is neither won nor lost has to stay.</source>
        <translation>至少要保留一個未成交也未失敗的階段。</translation>
    </message>
    <message>
        <source>Another entry has the code {code} already. Choose another code.</source>
        <translation>另一個項目已使用編號 {code}。請換一個編號。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>沒有可復原的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>沒有可重做的操作。</translation>
    </message>
    <message>
        <source>{label} cannot be undone: it is undone already, or no action of a person.</source>
        <translation>「{label}」不能復原：已經復原過，或者不是人的操作。</translation>
    </message>
    <message>
        <source>{name} is not part of any merge that could be undone.</source>
        <translation>{name} 沒有可以解除的合併。</translation>
    </message>
    <message>
        <source>{question} is not to be decided here, or not in this way.</source>
        <translation>{question} 不在這裡決定，或不能這樣決定。</translation>
    </message>
    <message>
        <source>{path} cannot be restored: {detail}. Choose another backup; the present file was not touched.</source>
        <translation>{path} 無法還原：{detail}。請選擇其他備份；目前的檔案沒有變更。</translation>
    </message>
    <message>
        <source>The passphrase does not open {path}. Nothing was changed; try again.</source>
        <translation>密碼不能開啟 {path}。未做任何變更，請再試一次。</translation>
    </message>
    <message>
        <source>{path} is encrypted and its key is not in this computer's keyring. Give its passphrase.</source>
        <translation>{path} 已加密，本機鑰匙圈裡沒有它的金鑰。請輸入密碼。</translation>
    </message>
    <message>
        <source>This computer has no keyring. Choose a passphrase, or knowingly an unencrypted file.</source>
        <translation>本機沒有鑰匙圈。請設定密碼，或明確選擇不加密。</translation>
    </message>
    <message>
        <source>{path} was last used by a newer crmdesk (format {revision}). Update this program; the file was not touched.</source>
        <translation>{path} 上次由較新的 crmdesk 使用（格式 {revision}）。請更新本程式；檔案沒有變更。</translation>
    </message>
    <message>
        <source>{path} is damaged ({detail}). Restore a backup; the damaged file is kept.</source>
        <translation>{path} 已損壞（{detail}）。請還原備份；損壞的檔案會保留。</translation>
    </message>
    <message>
        <source>There is no crmdesk file at {path}. Check the path, or create it with `crmdesk demo` or an import.</source>
        <translation>{path} 沒有 crmdesk 檔案。請檢查路徑，或用 `crmdesk demo` 或匯入來建立。</translation>
    </message>
    <message>
        <source>{path} exists already. Choose another place.</source>
        <translation>{path} 已存在。請選擇其他位置。</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {detail}. Check the disk and your rights to the folder.</source>
        <translation>{path} 無法開啟：{detail}。請檢查磁碟和您對資料夾的權限。</translation>
    </message>
    <message>
        <source>Another crmdesk is writing to {path}. Wait until it has finished, then try again.</source>
        <translation>另一個 crmdesk 正在寫入 {path}。請等它完成後再試。</translation>
    </message>
    <message>
        <source>{path} is open in another crmdesk (process {pid} on {host}). Use that window, or close it first.</source>
        <translation>{path} 已在另一個 crmdesk 中開啟（{host} 上的處理程序 {pid}）。請使用那個視窗，或先關閉它。</translation>
    </message>
    <message>
        <source>This is not the address of a centre: {reason}</source>
        <translation>這不是中心的位址：{reason}</translation>
    </message>
    <message>
        <source>Leave the password out of the address. You are asked for it, or pass it with --password-fd.</source>
        <translation>位址裡不要寫密碼。程式會向您詢問，或用 --password-fd 傳入。</translation>
    </message>
    <message>
        <source>The password of {user} at the centre is not known here. Connect again and type it.</source>
        <translation>本機沒有 {user} 在中心的密碼。請重新連線並輸入密碼。</translation>
    </message>
    <message>
        <source>The centre's certificate is not trusted, so nothing was sent. Ask for your company's CA file and name it. ({detail})</source>
        <translation>中心的憑證不受信任，所以什麼也沒有送出。請索取公司的 CA 檔案並填寫。（{detail}）</translation>
    </message>
    <message>
        <source>This database is not a centre for you. Ask its administrator to initialise it and to add you. ({detail})</source>
        <translation>這個資料庫還不是您的中心。請系統管理員先建立中心，並把您加進去。（{detail}）</translation>
    </message>
    <message>
        <source>The centre could not do this. Your work is saved here and will be sent later. Tell its administrator: {detail}</source>
        <translation>中心無法完成。您的工作已儲存在本機，之後會送出。請告訴系統管理員：{detail}</translation>
    </message>
    <message>
        <source>No PostgreSQL 15 to 18 is on this computer. Install one, name its folder in CRMDESK_PGBIN, or install crmdesk[centre].</source>
        <translation>本機沒有 PostgreSQL 15 到 18。請安裝，或在 CRMDESK_PGBIN 裡寫明其資料夾，或安裝 crmdesk[centre]。</translation>
    </message>
    <message>
        <source>PostgreSQL's {program} failed: {detail}</source>
        <translation>PostgreSQL 的 {program} 失敗：{detail}</translation>
    </message>
    <message>
        <source>This data belongs to somebody else than {name}, whose login this is. Use the right login, or leave the centre first.</source>
        <translation>這些資料不屬於此帳號的 {name}。請用正確的帳號，或先退出中心。</translation>
    </message>
    <message>
        <source>This data is not connected to a centre.</source>
        <translation>這些資料沒有連線到中心。</translation>
    </message>
    <message>
        <source>The centre cannot be reached. Your work is saved here and will be sent later. ({detail})</source>
        <translation>聯絡不上中心。您的工作已儲存在本機，之後會送出。（{detail}）</translation>
    </message>
    <message>
        <source>The centre does not let you in. Check the name and the password. ({detail})</source>
        <translation>中心不允許您進入。請檢查帳號和密碼。（{detail}）</translation>
    </message>
    <message>
        <source>The exchange was stopped. What is done is done; the rest follows next time.</source>
        <translation>同步已停止。已完成的保留，其餘下次再做。</translation>
    </message>
    <message>
        <source>The database cannot be reached, so nothing was exported. Try again when there is a network. ({detail})</source>
        <translation>聯絡不上資料庫，所以沒有匯出。請在有網路時再試。（{detail}）</translation>
    </message>
    <message>
        <source>The database refuses the export. Check the name, the password and the rights. ({detail})</source>
        <translation>資料庫拒絕匯出。請檢查帳號、密碼和權限。（{detail}）</translation>
    </message>
    <message>
        <source>The export failed; the database is as it was before. Tell its administrator: {detail}</source>
        <translation>匯出失敗；資料庫沒有變化。請告訴系統管理員：{detail}</translation>
    </message>
    <message>
        <source>The schema {schema} holds other tables. Name another schema for the export, so that nothing is touched.</source>
        <translation>綱要 {schema} 裡有其他資料表。請為匯出另寫一個綱要，以免動到它們。</translation>
    </message>
    <message>
        <source>A newer crmdesk exported into {schema}. Install that version here, too.</source>
        <translation>較新的 crmdesk 曾匯出到 {schema}。請在本機也安裝該版本。</translation>
    </message>
    <message>
        <source>“{schema}” cannot be a schema's name: use a to z, 0 to 9 and _, a letter first.</source>
        <translation>「{schema}」不能作綱要名稱：只能用 a 到 z、0 到 9 和 _，首位須是字母。</translation>
    </message>
    <message>
        <source>Another computer is exporting into this database. Try again in a minute.</source>
        <translation>另一台電腦正在匯出到這個資料庫。請過一分鐘再試。</translation>
    </message>
    <message>
        <source>The picture could not be written to {path}. Choose another folder or name.</source>
        <translation>圖片無法寫入 {path}。請選擇其他資料夾或名稱。</translation>
    </message>
</context>
<context>
    <name>exchange</name>
    <message>
        <source>Changes of the last 30 days</source>
        <translation>最近 30 天的修改</translation>
    </message>
    <message>
        <source>Changes of the last year</source>
        <translation>最近一年的修改</translation>
    </message>
    <message>
        <source>All changes since they came here</source>
        <translation>到達本機以來的全部修改</translation>
    </message>
    <message>
        <source>My own accounts, and chosen companies</source>
        <translation>我自己的客戶和選定的公司</translation>
    </message>
    <message>
        <source>My own team's accounts</source>
        <translation>本團隊的客戶</translation>
    </message>
    <message>
        <source>The accounts of all teams I work in or manage</source>
        <translation>我所在和管理的所有團隊的客戶</translation>
    </message>
    <message>
        <source>Everything I may see</source>
        <translation>我能檢視的全部內容</translation>
    </message>
    <message>
        <source>{name} · {company}</source>
        <translation>{name} · {company}</translation>
    </message>
    <message>
        <source>exchanged just now</source>
        <translation>剛剛同步</translation>
    </message>
    <message numerus="yes">
        <source>exchanged %n minutes ago</source>
        <translation><numerusform>%n 分鐘前同步</numerusform></translation>
    </message>
    <message>
        <source>exchanged {time}</source>
        <translation>{time} 同步</translation>
    </message>
    <message>
        <source>not exchanged yet</source>
        <translation>尚未同步</translation>
    </message>
    <message>
        <source>access ended</source>
        <translation>權限已停用</translation>
    </message>
    <message>
        <source>Your login at the centre has ended. What you entered is sent; after the next exchange all customers are removed from this computer. If this is a mistake, ask your administrator now.</source>
        <translation>您在中心的登入已終止。您輸入的內容已送出；下次交換後，所有客戶將從本機移除。如有誤，請立即聯絡管理員。</translation>
    </message>
    <message>
        <source>Your login at the centre has ended. What you entered is at the centre, and all customers were removed from this computer. If your login is opened again, the next exchange brings them back.</source>
        <translation>您在中心的登入已終止。您輸入的內容已在中心，所有客戶已從本機移除。登入重新開通後，下次交換會把它們取回。</translation>
    </message>
    <message>
        <source>update needed</source>
        <translation>需要更新</translation>
    </message>
    <message>
        <source>This program is too old to fetch what others changed. Your work is sent and safe.</source>
        <translation>本程式版本太舊，無法取回別人的修改。您的工作已送出，不會遺失。</translation>
    </message>
    <message>
        <source>nothing sent yet</source>
        <translation>尚未送出</translation>
    </message>
    <message>
        <source>Some of your records may be at the centre already. Compare them first, then everything is sent.</source>
        <translation>您的一些記錄可能已在中心。請先比對，然後全部送出。</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>已儲存在本機</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>待送達</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>已到中心</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>待您處理</translation>
    </message>
    <message>
        <source>What you changed here is saved on this computer; the next exchange takes it to the centre.</source>
        <translation>您的修改已儲存在本機；下次同步時送到中心。</translation>
    </message>
    <message>
        <source>What you changed here was sent; the centre has not confirmed it yet.</source>
        <translation>您的修改已送出；中心尚未確認。</translation>
    </message>
    <message>
        <source>The centre has everything you entered here, and you see what it has.</source>
        <translation>您輸入的內容都已到中心，您看到的與中心一致。</translation>
    </message>
    <message>
        <source>Somebody else changed the same, or an edit waits for your word: see below.</source>
        <translation>別人改了同一處，或有修改等您確認：見下方。</translation>
    </message>
</context>
<context>
    <name>fields</name>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Parent company</source>
        <translation>上層公司</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>據點</translation>
    </message>
    <message>
        <source>Delivery address</source>
        <translation>送貨地址</translation>
    </message>
    <message>
        <source>Further addresses</source>
        <translation>附加地址</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>聯絡人</translation>
    </message>
    <message>
        <source>Address of the contact</source>
        <translation>聯絡人地址</translation>
    </message>
    <message>
        <source>Second address of the contact</source>
        <translation>聯絡人第二地址</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>潛在</translation>
    </message>
    <message>
        <source>Legal name</source>
        <translation>公司全名</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>簡稱</translation>
    </message>
    <message>
        <source>Customer code</source>
        <translation>客戶編號</translation>
    </message>
    <message>
        <source>Credit code or tax number</source>
        <translation>信用代碼或統一編號</translation>
    </message>
    <message>
        <source>Kind of company</source>
        <translation>公司類型</translation>
    </message>
    <message>
        <source>Country of the company</source>
        <translation>公司所在國家</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>產業</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Customer kind</source>
        <translation>客戶類型</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>Phone of the company</source>
        <translation>公司電話</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>網站</translation>
    </message>
    <message>
        <source>Number of employees</source>
        <translation>員工人數</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>成立日期</translation>
    </message>
    <message>
        <source>Invoice title</source>
        <translation>發票抬頭</translation>
    </message>
    <message>
        <source>Invoice address</source>
        <translation>發票地址</translation>
    </message>
    <message>
        <source>Invoice phone</source>
        <translation>發票電話</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>開戶銀行</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>銀行帳號</translation>
    </message>
    <message>
        <source>Owner of the company</source>
        <translation>公司負責人</translation>
    </message>
    <message>
        <source>Note on the company</source>
        <translation>公司備註</translation>
    </message>
    <message>
        <source>Customer code of the parent</source>
        <translation>上層公司的客戶編號</translation>
    </message>
    <message>
        <source>Credit code of the parent</source>
        <translation>上層公司的信用代碼</translation>
    </message>
    <message>
        <source>Name of the parent</source>
        <translation>上層公司名稱</translation>
    </message>
    <message>
        <source>Name of the topmost company</source>
        <translation>最上層公司名稱</translation>
    </message>
    <message>
        <source>Credit code of the topmost company</source>
        <translation>最上層公司的信用代碼</translation>
    </message>
    <message>
        <source>Site name</source>
        <translation>據點名稱</translation>
    </message>
    <message>
        <source>Site code</source>
        <translation>據點編號</translation>
    </message>
    <message>
        <source>Kind of place</source>
        <translation>據點類型</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>國家</translation>
    </message>
    <message>
        <source>Province or state</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>District</source>
        <translation>鄉鎮市區</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道門牌</translation>
    </message>
    <message>
        <source>Whole address</source>
        <translation>完整地址</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>郵遞區號</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>緯度</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>經度</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>電子郵件</translation>
    </message>
    <message>
        <source>Website of the site</source>
        <translation>據點網站</translation>
    </message>
    <message>
        <source>Industry of the site</source>
        <translation>據點產業</translation>
    </message>
    <message>
        <source>Source of the site</source>
        <translation>據點來源</translation>
    </message>
    <message>
        <source>Customer kind of the site</source>
        <translation>據點的客戶類型</translation>
    </message>
    <message>
        <source>Grade of the site</source>
        <translation>據點等級</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>The status follows the orders; it is never imported.</source>
        <translation>狀態由訂單決定，不會匯入。</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>負責人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Delivery: country</source>
        <translation>送貨：國家</translation>
    </message>
    <message>
        <source>Delivery: province or state</source>
        <translation>送貨：省份</translation>
    </message>
    <message>
        <source>Delivery: city</source>
        <translation>送貨：城市</translation>
    </message>
    <message>
        <source>Delivery: district</source>
        <translation>送貨：鄉鎮市區</translation>
    </message>
    <message>
        <source>Delivery: street</source>
        <translation>送貨：街道門牌</translation>
    </message>
    <message>
        <source>Delivery: postcode</source>
        <translation>送貨：郵遞區號</translation>
    </message>
    <message>
        <source>Delivery: whole address</source>
        <translation>送貨：完整地址</translation>
    </message>
    <message>
        <source>Billing address in one column</source>
        <translation>帳單地址（寫在一欄）</translation>
    </message>
    <message>
        <source>Mailing address in one column</source>
        <translation>郵寄地址（寫在一欄）</translation>
    </message>
    <message>
        <source>One more address in one column</source>
        <translation>另一個地址（寫在一欄）</translation>
    </message>
    <message>
        <source>Contact name</source>
        <translation>聯絡人姓名</translation>
    </message>
    <message>
        <source>Family name of the contact</source>
        <translation>聯絡人的姓</translation>
    </message>
    <message>
        <source>Given name of the contact</source>
        <translation>聯絡人的名</translation>
    </message>
    <message>
        <source>Title of the contact</source>
        <translation>聯絡人職稱</translation>
    </message>
    <message>
        <source>Department of the contact</source>
        <translation>聯絡人部門</translation>
    </message>
    <message>
        <source>Mobile of the contact</source>
        <translation>聯絡人手機</translation>
    </message>
    <message>
        <source>Phone of the contact</source>
        <translation>聯絡人電話</translation>
    </message>
    <message>
        <source>E-mail of the contact</source>
        <translation>聯絡人電子郵件</translation>
    </message>
    <message>
        <source>Main contact</source>
        <translation>主要聯絡人</translation>
    </message>
    <message>
        <source>Note on the contact</source>
        <translation>聯絡人備註</translation>
    </message>
    <message>
        <source>Contact's address: country</source>
        <translation>聯絡人地址：國家</translation>
    </message>
    <message>
        <source>Contact's address: province or state</source>
        <translation>聯絡人地址：省份</translation>
    </message>
    <message>
        <source>Contact's address: city</source>
        <translation>聯絡人地址：城市</translation>
    </message>
    <message>
        <source>Contact's address: district</source>
        <translation>聯絡人地址：鄉鎮市區</translation>
    </message>
    <message>
        <source>Contact's address: street</source>
        <translation>聯絡人地址：街道門牌</translation>
    </message>
    <message>
        <source>Contact's address: postcode</source>
        <translation>聯絡人地址：郵遞區號</translation>
    </message>
    <message>
        <source>Contact's address in one column</source>
        <translation>聯絡人地址（寫在一欄）</translation>
    </message>
    <message>
        <source>Contact's second address: country</source>
        <translation>聯絡人第二地址：國家</translation>
    </message>
    <message>
        <source>Contact's second address: province or state</source>
        <translation>聯絡人第二地址：省份</translation>
    </message>
    <message>
        <source>Contact's second address: city</source>
        <translation>聯絡人第二地址：城市</translation>
    </message>
    <message>
        <source>Contact's second address: street</source>
        <translation>聯絡人第二地址：街道門牌</translation>
    </message>
    <message>
        <source>Contact's second address: postcode</source>
        <translation>聯絡人第二地址：郵遞區號</translation>
    </message>
    <message>
        <source>Id of the row in the other system</source>
        <translation>該列在其他系統中的編號</translation>
    </message>
    <message>
        <source>Id of the parent's row in the other system</source>
        <translation>上層所在列在其他系統中的編號</translation>
    </message>
    <message>
        <source>What the row is</source>
        <translation>該列是什麼</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>聯絡人</translation>
    </message>
    <message>
        <source>Family name</source>
        <translation>姓</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>名</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>職稱</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手機</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>電子郵件</translation>
    </message>
    <message>
        <source>Source, second level</source>
        <translation>二級來源</translation>
    </message>
    <message>
        <source>Came in by</source>
        <translation>進入方式</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>行銷活動</translation>
    </message>
    <message>
        <source>Converted in the other system</source>
        <translation>在原系統中已轉換</translation>
    </message>
    <message>
        <source>Why it was disqualified</source>
        <translation>判為無效的原因</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Look again on</source>
        <translation>再次查看日期</translation>
    </message>
    <message>
        <source>Contract ends on</source>
        <translation>合約到期日</translation>
    </message>
    <message>
        <source>Visits to the web site</source>
        <translation>網站造訪次數</translation>
    </message>
    <message>
        <source>Seconds on the web site</source>
        <translation>網站停留秒數</translation>
    </message>
    <message>
        <source>Pages per visit</source>
        <translation>每次造訪頁數</translation>
    </message>
    <message>
        <source>Number elsewhere</source>
        <translation>外部編號</translation>
    </message>
    <message>
        <source>As in the mapping kept for such files</source>
        <translation>按此類檔案儲存的欄位對應</translation>
    </message>
    <message>
        <source>By the name of the column</source>
        <translation>按欄名</translation>
    </message>
    <message>
        <source>The name of the column is similar</source>
        <translation>欄名相近</translation>
    </message>
    <message>
        <source>By what the column holds</source>
        <translation>按欄中的內容</translation>
    </message>
    <message>
        <source>The name fits, the values do not</source>
        <translation>名稱相符，內容不符</translation>
    </message>
    <message>
        <source>Another column fits the same field better</source>
        <translation>另一欄更符合這個欄位</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>未識別</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Invoice and bank</source>
        <translation>發票和銀行</translation>
    </message>
    <message>
        <source>Claims a day</source>
        <translation>每日領取數</translation>
    </message>
    <message>
        <source>Prospects held</source>
        <translation>持有上限</translation>
    </message>
    <message>
        <source>Former owner waits</source>
        <translation>原負責人等待天數</translation>
    </message>
    <message>
        <source>Days without follow-up</source>
        <translation>無跟進天數</translation>
    </message>
    <message>
        <source>Days without opportunity</source>
        <translation>無商機天數</translation>
    </message>
    <message>
        <source>Days after contract end</source>
        <translation>合約到期後天數</translation>
    </message>
    <message>
        <source>Protected days</source>
        <translation>保護天數</translation>
    </message>
    <message>
        <source>Warning days before</source>
        <translation>提前提醒天數</translation>
    </message>
    <message>
        <source>Views a day</source>
        <translation>每日檢視數</translation>
    </message>
    <message>
        <source>Days by grade</source>
        <translation>按等級的天數</translation>
    </message>
    <message>
        <source>Graded on</source>
        <translation>評定日期</translation>
    </message>
    <message>
        <source>Graded by</source>
        <translation>評定人</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>編號</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>統編／信用代碼</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>員工人數</translation>
    </message>
    <message>
        <source>Business functions</source>
        <translation>業務職能</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>Address as typed</source>
        <translation>原始地址</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>折扣級別</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部門</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>結束</translation>
    </message>
    <message>
        <source>When</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Name (Simplified Chinese)</source>
        <translation>名稱（簡體中文）</translation>
    </message>
    <message>
        <source>Name (Traditional Chinese)</source>
        <translation>名稱（繁體中文）</translation>
    </message>
    <message>
        <source>Name (English)</source>
        <translation>名稱（英文）</translation>
    </message>
    <message>
        <source>Floor or department</source>
        <translation>樓層或部門</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>樓層</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房號</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Protected until</source>
        <translation>保護至</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>With its owner since</source>
        <translation>歸屬起始時間</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>In the pool since</source>
        <translation>進入公海時間</translation>
    </message>
    <message>
        <source>Former owner</source>
        <translation>原負責人</translation>
    </message>
    <message>
        <source>Last follow-up</source>
        <translation>最近跟進</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Released by rule</source>
        <translation>自動釋放規則</translation>
    </message>
    <message>
        <source>Became company</source>
        <translation>轉換為公司</translation>
    </message>
    <message>
        <source>Became account</source>
        <translation>轉換為客戶</translation>
    </message>
    <message>
        <source>Became contact</source>
        <translation>轉換為聯絡人</translation>
    </message>
    <message>
        <source>Converted at</source>
        <translation>轉換時間</translation>
    </message>
    <message>
        <source>Converted by</source>
        <translation>轉換人</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>By</source>
        <translation>執行人</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>商機</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>階段</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>幣別</translation>
    </message>
    <message>
        <source>Closes on</source>
        <translation>預計成交日</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>結束時間</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>機率</translation>
    </message>
    <message>
        <source>Passes from (percent)</source>
        <translation>通過分數（百分比）</translation>
    </message>
    <message>
        <source>Passes with (criteria)</source>
        <translation>通過項數</translation>
    </message>
    <message>
        <source>Question (Simplified Chinese)</source>
        <translation>問題（簡體中文）</translation>
    </message>
    <message>
        <source>Question (Traditional Chinese)</source>
        <translation>問題（繁體中文）</translation>
    </message>
    <message>
        <source>Question (English)</source>
        <translation>問題（英文）</translation>
    </message>
    <message>
        <source>Hint (Simplified Chinese)</source>
        <translation>提示（簡體中文）</translation>
    </message>
    <message>
        <source>Hint (Traditional Chinese)</source>
        <translation>提示（繁體中文）</translation>
    </message>
    <message>
        <source>Hint (English)</source>
        <translation>提示（英文）</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>權重</translation>
    </message>
    <message>
        <source>Knock-out</source>
        <translation>一票否決</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>開始時間</translation>
    </message>
    <message>
        <source>Begun by</source>
        <translation>開始人</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>結束時間</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>結束人</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>結果</translation>
    </message>
    <message>
        <source>Score in percent</source>
        <translation>得分（%）</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依據</translation>
    </message>
    <message>
        <source>Learnt on</source>
        <translation>獲知日期</translation>
    </message>
    <message>
        <source>Developed by</source>
        <translation>開發人</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>The name</source>
        <translation>名稱</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>The file is damaged: {detail}</source>
        <translation>檔案已損壞：{detail}</translation>
    </message>
    <message>
        <source>Restore a backup; the damaged file is kept and what was entered since is listed.</source>
        <translation>請還原備份；損壞的檔案會保留，之後輸入的內容會列出來。</translation>
    </message>
    <message>
        <source>Open the record and correct it.</source>
        <translation>開啟該筆記錄並更正。</translation>
    </message>
    <message>
        <source>Run `crmdesk check --repair`.</source>
        <translation>請執行 `crmdesk check --repair`。</translation>
    </message>
    <message>
        <source>Restore a backup, or tell the maintainers: changes may have gone unlogged.</source>
        <translation>請還原備份，或聯絡維護人員：可能有變更沒有記錄下來。</translation>
    </message>
    <message>
        <source>Code {code} is used by {count} records.</source>
        <translation>編號 {code} 有 {count} 筆記錄使用。</translation>
    </message>
    <message>
        <source>{kind} {name}: {field} points to a record that does not exist.</source>
        <translation>{kind} {name}：{field}指向不存在的記錄。</translation>
    </message>
    <message>
        <source>{kind} {name}: {field} points to a deleted record.</source>
        <translation>{kind} {name}：{field}指向已刪除的記錄。</translation>
    </message>
    <message>
        <source>Company {name} lies below itself.</source>
        <translation>公司 {name} 成了自己的下層。</translation>
    </message>
    <message>
        <source>{kind} {name} was merged into another record and yet is not put away.</source>
        <translation>{kind} {name} 已併入其他記錄，卻還在使用中。</translation>
    </message>
    <message>
        <source>{kind} {name} was merged into a record that does not exist.</source>
        <translation>{kind} {name} 併入的記錄不存在。</translation>
    </message>
    <message>
        <source>Company {name} counts {stored} sites; there are {right}.</source>
        <translation>公司 {name} 記有 {stored} 個據點，實際有 {right} 個。</translation>
    </message>
    <message>
        <source>{count} records of {kind} have no place in the order of names.</source>
        <translation>{count} 筆{kind}記錄沒有名稱排序。</translation>
    </message>
    <message>
        <source>The search index of {kind} lacks {missing} records and has {left} too many.</source>
        <translation>{kind}的搜尋索引缺少 {missing} 筆記錄，多出 {left} 筆。</translation>
    </message>
    <message>
        <source>The change log's trigger {name} is missing or not this program's.</source>
        <translation>變更記錄的觸發程序 {name} 不見了，或不屬於本程式。</translation>
    </message>
    <message>
        <source>Lead {name} is with somebody and waits in a pool as well.</source>
        <translation>潛在客戶 {name} 既有負責人又在公海中。</translation>
    </message>
    <message>
        <source>A lead names neither a company nor a person.</source>
        <translation>有一筆潛在客戶既沒有公司名稱也沒有聯絡人姓名。</translation>
    </message>
    <message>
        <source>Lead {name} is converted, but nothing says into what.</source>
        <translation>潛在客戶 {name} 標記為已轉換，但沒有記錄轉換成了什麼。</translation>
    </message>
    <message>
        <source>Lead {name} has become an account, but is not marked as converted.</source>
        <translation>潛在客戶 {name} 已成為客戶，但未標記為已轉換。</translation>
    </message>
    <message>
        <source>The completeness of {count} leads is out of date.</source>
        <translation>{count} 筆潛在客戶的完整度需要更新。</translation>
    </message>
    <message>
        <source>The trigger {name} is not this program's.</source>
        <translation>觸發程序 {name} 不屬於本程式。</translation>
    </message>
</context>
<context>
    <name>first_connection</name>
    <message>
        <source>Same credit code</source>
        <translation>統編／信用代碼相同</translation>
    </message>
    <message>
        <source>Same company, same address</source>
        <translation>同一公司，地址相同</translation>
    </message>
    <message>
        <source>Same customer code</source>
        <translation>客戶編號相同</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>相似</translation>
    </message>
    <message>
        <source>Name and contact</source>
        <translation>姓名和聯絡方式</translation>
    </message>
</context>
<context>
    <name>group_picture</name>
    <message>
        <source>Not graded</source>
        <translation>未評定</translation>
    </message>
    <message>
        <source>No customer kind</source>
        <translation>無客戶類型</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>…還有 {count} 項</translation>
    </message>
    <message>
        <source>{measure}: {figure}</source>
        <translation>{measure}：{figure}</translation>
    </message>
</context>
<context>
    <name>imports</name>
    <message>
        <source>UTF-8</source>
        <translation>UTF-8</translation>
    </message>
    <message>
        <source>UTF-8 with mark</source>
        <translation>UTF-8（帶標記）</translation>
    </message>
    <message>
        <source>Simplified Chinese (GB18030, GBK)</source>
        <translation>簡體中文（GB18030、GBK）</translation>
    </message>
    <message>
        <source>Traditional Chinese (Big5)</source>
        <translation>繁體中文（Big5）</translation>
    </message>
    <message>
        <source>Traditional Chinese (Big5-HKSCS)</source>
        <translation>繁體中文（Big5-HKSCS）</translation>
    </message>
    <message>
        <source>UTF-16</source>
        <translation>UTF-16</translation>
    </message>
    <message>
        <source>Western European (Windows-1252)</source>
        <translation>西歐（Windows-1252）</translation>
    </message>
    <message>
        <source>Japanese (Shift JIS)</source>
        <translation>日文（Shift JIS）</translation>
    </message>
    <message>
        <source>Japanese (EUC)</source>
        <translation>日文（EUC）</translation>
    </message>
    <message>
        <source>Korean (EUC-KR)</source>
        <translation>韓文（EUC-KR）</translation>
    </message>
    <message>
        <source>Comma ( , )</source>
        <translation>逗號（,）</translation>
    </message>
    <message>
        <source>Semicolon ( ; )</source>
        <translation>分號（;）</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>定位字元</translation>
    </message>
    <message>
        <source>Vertical bar ( | )</source>
        <translation>直線（|）</translation>
    </message>
    <message>
        <source>a company, with a site at its address</source>
        <translation>一家公司，地址處建一個據點</translation>
    </message>
    <message>
        <source>a company, without a site</source>
        <translation>一家公司，不建據點</translation>
    </message>
    <message>
        <source>a site of a company that the row names</source>
        <translation>該列所寫公司的一個據點</translation>
    </message>
    <message>
        <source>a contact at a company that the row names</source>
        <translation>該列所寫公司的一位聯絡人</translation>
    </message>
    <message>
        <source>what the column “What the row is” says</source>
        <translation>由「該列是什麼」欄決定</translation>
    </message>
    <message>
        <source>Company, with a site at its address</source>
        <translation>公司，地址處建一個據點</translation>
    </message>
    <message>
        <source>Branch company under its parent, with a site</source>
        <translation>上層公司的分公司，帶一個據點</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>集團</translation>
    </message>
    <message>
        <source>Site of its parent</source>
        <translation>上層公司的據點</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>聯絡人</translation>
    </message>
    <message>
        <source>Nothing: leave these rows out</source>
        <translation>不匯入：跳過這些列</translation>
    </message>
    <message>
        <source>{reason} – please check</source>
        <translation>{reason} – 請核對</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>據點</translation>
    </message>
    <message>
        <source>Floors and departments</source>
        <translation>樓層和部門</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>潛在客戶</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>聯絡人</translation>
    </message>
    <message>
        <source>{name} was imported: {created} records created, {updated} updated, {refused} rows refused.</source>
        <translation>{name} 已匯入：建立 {created} 筆記錄，更新 {updated} 筆，拒絕 {refused} 列。</translation>
    </message>
    <message>
        <source>{name} was imported: {created} records created, {updated} updated.</source>
        <translation>{name} 已匯入：建立 {created} 筆記錄，更新 {updated} 筆。</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Everywhere</source>
        <translation>隨處可用</translation>
    </message>
    <message>
        <source>Search customers, people, commands</source>
        <translation>搜尋客戶、聯絡人、指令</translation>
    </message>
    <message>
        <source>Search only below what is chosen; in: in the search box</source>
        <translation>只搜尋所選的下層；也可在搜尋框輸入 in:</translation>
    </message>
    <message>
        <source>New company, site, import</source>
        <translation>新增公司、據點，匯入</translation>
    </message>
    <message>
        <source>Accounts; Ctrl+2 the next page, and so on</source>
        <translation>客戶；Ctrl+2 是下一個頁面，依此類推</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Navigation with or without words</source>
        <translation>導覽顯示或隱藏文字</translation>
    </message>
    <message>
        <source>Undo what was done last</source>
        <translation>復原上一步操作</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Exchange with the centre</source>
        <translation>與中心同步</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>這份快速鍵說明</translation>
    </message>
    <message>
        <source>In the tree</source>
        <translation>在樹狀圖裡</translation>
    </message>
    <message>
        <source>Open; again: to the first below</source>
        <translation>展開；再按：到第一個下層</translation>
    </message>
    <message>
        <source>Close; again: to the one above</source>
        <translation>收合；再按：到上層</translation>
    </message>
    <message>
        <source>Open everything below</source>
        <translation>展開所有下層</translation>
    </message>
    <message>
        <source>Show the record</source>
        <translation>顯示詳細資料</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重新命名</translation>
    </message>
    <message>
        <source>Letters or pinyin: to the next that begins with them</source>
        <translation>字母或拼音：到下一個以此開頭的</translation>
    </message>
    <message>
        <source>Copy rows; with Shift one cell</source>
        <translation>複製列；加 Shift 複製儲存格</translation>
    </message>
    <message>
        <source>Cut; Ctrl+V moves it under the company chosen then, Esc lets it stay</source>
        <translation>剪下；Ctrl+V 移到之後選擇的公司之下，Esc 留在原處</translation>
    </message>
    <message>
        <source>Move to …</source>
        <translation>移到…</translation>
    </message>
    <message>
        <source>Delete; Ctrl+Z brings it back</source>
        <translation>刪除；Ctrl+Z 可復原</translation>
    </message>
    <message>
        <source>With leads</source>
        <translation>在潛在客戶中</translation>
    </message>
    <message>
        <source>Follow up: what happened, what comes next, when</source>
        <translation>跟進：發生了什麼，下一步是什麼，何時</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>領取</translation>
    </message>
    <message>
        <source>Release to a pool</source>
        <translation>釋放到公海</translation>
    </message>
    <message>
        <source>Assign to a person</source>
        <translation>指派給某人</translation>
    </message>
    <message>
        <source>Disqualify; Shift+F9 takes up again</source>
        <translation>判為無效；Shift+F9 重新拾起</translation>
    </message>
    <message>
        <source>List or board</source>
        <translation>清單或看板</translation>
    </message>
    <message>
        <source>On the board: the card to the next column; Alt+Left back</source>
        <translation>看板中：卡片移到下一欄；Alt+Left 移回</translation>
    </message>
    <message>
        <source>In a record</source>
        <translation>在詳細資料裡</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Take back what was changed</source>
        <translation>放棄修改</translation>
    </message>
    <message>
        <source>Next field; Shift+Tab the one before</source>
        <translation>下一個欄位；Shift+Tab 上一個</translation>
    </message>
    <message>
        <source>Open the list of a field</source>
        <translation>開啟欄位的選項</translation>
    </message>
    <message>
        <source>Alt and the underlined letter: to that field</source>
        <translation>Alt 加底線字母：到該欄位</translation>
    </message>
    <message>
        <source>Among duplicates</source>
        <translation>在重複頁面</translation>
    </message>
    <message>
        <source>Next group</source>
        <translation>下一組</translation>
    </message>
    <message>
        <source>Next record of the group</source>
        <translation>組內下一筆記錄</translation>
    </message>
    <message>
        <source>Merge the group</source>
        <translation>合併本組</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>不是重複</translation>
    </message>
    <message>
        <source>Among conflicts</source>
        <translation>在衝突頁面</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>保留對方的</translation>
    </message>
    <message>
        <source>Use mine</source>
        <translation>用我的</translation>
    </message>
    <message>
        <source>Type another value</source>
        <translation>另行填寫</translation>
    </message>
    <message>
        <source>Ask the other person</source>
        <translation>詢問對方</translation>
    </message>
    <message>
        <source>Let a waiting edit in; N leaves it out</source>
        <translation>採納待確認的修改；N 不採納</translation>
    </message>
</context>
<context>
    <name>lead_columns</name>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>聯絡人</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>職稱</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手機</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>電子郵件</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>產業</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>行銷活動</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>負責人</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Due on</source>
        <translation>到期日</translation>
    </message>
    <message>
        <source>Last follow-up</source>
        <translation>最近跟進</translation>
    </message>
    <message>
        <source>Completeness</source>
        <translation>完整度</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
</context>
<context>
    <name>lead_filter</name>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Within 7 days</source>
        <translation>7 天內</translation>
    </message>
    <message>
        <source>Within 30 days</source>
        <translation>30 天內</translation>
    </message>
    <message>
        <source>For 7 days</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>For 30 days</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>For 90 days</source>
        <translation>90 天</translation>
    </message>
    <message>
        <source>Status: {value}</source>
        <translation>狀態：{value}</translation>
    </message>
    <message>
        <source>With: {value}</source>
        <translation>負責人：{value}</translation>
    </message>
    <message>
        <source>Pool: {value}</source>
        <translation>公海：{value}</translation>
    </message>
    <message>
        <source>Source: {value}</source>
        <translation>來源：{value}</translation>
    </message>
    <message>
        <source>Industry: {value}</source>
        <translation>行業：{value}</translation>
    </message>
    <message>
        <source>Campaign: {value}</source>
        <translation>行銷活動：{value}</translation>
    </message>
    <message>
        <source>Due until {value}</source>
        <translation>{value} 前到期</translation>
    </message>
    <message>
        <source>To look at again until {value}</source>
        <translation>{value} 前再看</translation>
    </message>
    <message>
        <source>Not spoken to since {value}</source>
        <translation>自 {value} 起未跟進</translation>
    </message>
    <message>
        <source>At least {value} % filled</source>
        <translation>資料完整度至少 {value} %</translation>
    </message>
    <message>
        <source>Score from {value} %</source>
        <translation>評分 {value} % 起</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Asked for, not decided yet</source>
        <translation>已申請，尚未決定</translation>
    </message>
    <message>
        <source>In a pool</source>
        <translation>在公海中</translation>
    </message>
    <message>
        <source>With somebody</source>
        <translation>有負責人</translation>
    </message>
</context>
<context>
    <name>lead_form</name>
    <message>
        <source>What comes next</source>
        <translation>接下來</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>是誰</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>來自哪裡</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
</context>
<context>
    <name>lead_lists</name>
    <message>
        <source>My open leads</source>
        <translation>我的進行中潛在客戶</translation>
    </message>
    <message>
        <source>You have no open leads. Claim one from a pool, or add one.</source>
        <translation>您沒有進行中的潛在客戶。請從公海領取，或新增一筆。</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Nothing is due. Well done.</source>
        <translation>沒有到期事項，做得好。</translation>
    </message>
    <message>
        <source>Not spoken to for 14 days</source>
        <translation>14 天未跟進</translation>
    </message>
    <message>
        <source>You spoke to all of them within 14 days.</source>
        <translation>14 天內您都跟進過了。</translation>
    </message>
    <message>
        <source>Ready to convert</source>
        <translation>可以轉換</translation>
    </message>
    <message>
        <source>No lead is qualified and waits to be converted.</source>
        <translation>沒有已通過評估、等待轉換的潛在客戶。</translation>
    </message>
    <message>
        <source>To look at again</source>
        <translation>需要再次查看</translation>
    </message>
    <message>
        <source>No lead is to be looked at again by today.</source>
        <translation>今天沒有需要再次查看的潛在客戶。</translation>
    </message>
    <message>
        <source>In pools</source>
        <translation>公海裡的</translation>
    </message>
    <message>
        <source>Nothing waits in any pool.</source>
        <translation>公海裡沒有潛在客戶。</translation>
    </message>
    <message>
        <source>All open leads</source>
        <translation>全部進行中的潛在客戶</translation>
    </message>
    <message>
        <source>There are no open leads.</source>
        <translation>沒有進行中的潛在客戶。</translation>
    </message>
    <message>
        <source>Converted and disqualified</source>
        <translation>已轉換與無效</translation>
    </message>
    <message>
        <source>No lead was converted or disqualified yet.</source>
        <translation>還沒有已轉換或無效的潛在客戶。</translation>
    </message>
    <message>
        <source>All leads</source>
        <translation>全部潛在客戶</translation>
    </message>
    <message>
        <source>There are no leads yet. Add one, or import a list.</source>
        <translation>還沒有潛在客戶。請新增一筆，或匯入清單。</translation>
    </message>
</context>
<context>
    <name>lead_score</name>
    <message>
        <source>{value} % filled</source>
        <translation>完整度 {value}%</translation>
    </message>
    <message>
        <source>follow-ups in the first 14 days: {value}</source>
        <translation>前 14 天跟進次數：{value}</translation>
    </message>
    <message>
        <source>days until the first contact: {value}</source>
        <translation>首次聯絡前天數：{value}</translation>
    </message>
    <message>
        <source>days between contacts: {value}</source>
        <translation>兩次聯絡間隔天數：{value}</translation>
    </message>
    <message>
        <source>{field} not known</source>
        <translation>{field}未知</translation>
    </message>
    <message>
        <source>{field}: {value} (seldom)</source>
        <translation>{field}：{value}（少見）</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}：{value}</translation>
    </message>
    <message>
        <source>The score learns after {count} more outcomes; so far {converted} converted and {lost} disqualified, {each} of each are needed.</source>
        <translation>再有 {count} 筆結果後開始學習得分；目前已轉換 {converted} 筆、判為無效 {lost} 筆，兩類各需至少 {each} 筆。</translation>
    </message>
    <message>
        <source>The score is being learnt from your outcomes and comes in a moment.</source>
        <translation>正在根據您的歷史結果學習得分，稍後顯示。</translation>
    </message>
    <message>
        <source>No score: what is known of {converted} converted and {lost} disqualified leads does not tell one from the other yet.</source>
        <translation>暫無得分：根據 {converted} 筆已轉換和 {lost} 筆無效潛在客戶的已知資訊，還無法區分兩者。</translation>
    </message>
    <message>
        <source>Learnt on {day} from {converted} converted and {lost} disqualified leads. Of one of each it put the converted one first in {area} of 100 cases. It decides nothing.</source>
        <translation>{day} 根據 {converted} 筆已轉換和 {lost} 筆無效潛在客戶學習。兩類各取一筆時，100 次中有 {area} 次把已轉換的排在前面。得分僅供參考，不作任何決定。</translation>
    </message>
</context>
<context>
    <name>leads</name>
    <message>
        <source>{set}: {score} %</source>
        <translation>{set}：{score}%</translation>
    </message>
    <message>
        <source>Claimed, not confirmed yet</source>
        <translation>已領取，待確認</translation>
    </message>
    <message>
        <source>Pool {name}</source>
        <translation>公海 {name}</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>無人</translation>
    </message>
</context>
<context>
    <name>matching</name>
    <message>
        <source>Only one is a branch: “{branch}”.</source>
        <translation>只有一個是分支機構：「{branch}」。</translation>
    </message>
    <message>
        <source>They are different branches: “{left}”, “{right}”.</source>
        <translation>是不同的分支機構：「{left}」、「{right}」。</translation>
    </message>
    <message>
        <source>The branches differ only in a place that one leaves out: “{left}”, “{right}”.</source>
        <translation>分支機構只差一個沒寫的地名：「{left}」、「{right}」。</translation>
    </message>
    <message>
        <source>All that is known of them is the same.</source>
        <translation>已知內容全部相同。</translation>
    </message>
    <message>
        <source>The credit codes are the same: {code}.</source>
        <translation>統編／信用代碼相同：{code}。</translation>
    </message>
    <message>
        <source>The credit codes name the same body: {left}, {right}.</source>
        <translation>統編／信用代碼指同一家單位：{left}、{right}。</translation>
    </message>
    <message>
        <source>Both credit codes are valid and differ: {left}, {right}.</source>
        <translation>統編／信用代碼都有效，但不同：{left}、{right}。</translation>
    </message>
    <message>
        <source>The credit codes differ, but not both are valid: {left}, {right}.</source>
        <translation>統編／信用代碼不同，但並非都有效：{left}、{right}。</translation>
    </message>
    <message>
        <source>They share the phone number {phone}.</source>
        <translation>電話相同：{phone}。</translation>
    </message>
    <message>
        <source>The phone numbers differ.</source>
        <translation>電話不同。</translation>
    </message>
    <message>
        <source>The addresses are the same premises.</source>
        <translation>地址在同一處。</translation>
    </message>
    <message>
        <source>The addresses are written almost alike.</source>
        <translation>地址寫法幾乎相同。</translation>
    </message>
    <message>
        <source>The addresses are different premises.</source>
        <translation>地址不在同一處。</translation>
    </message>
    <message>
        <source>Two sites of one company at different premises: another site, not a duplicate.</source>
        <translation>同一家公司的兩處：是另一個據點，不是重複。</translation>
    </message>
    <message>
        <source>Two sites of one company; whether the premises are the same is not known.</source>
        <translation>同一家公司的兩個據點；是否在同一處還不知道。</translation>
    </message>
    <message>
        <source>One is a company, the other a site.</source>
        <translation>一個是公司，一個是據點。</translation>
    </message>
    <message>
        <source>The distinctive part of both names is “{part}”.</source>
        <translation>兩個名稱的特取部分都是「{part}」。</translation>
    </message>
    <message>
        <source>The names have the same words in another order.</source>
        <translation>名稱用字相同，順序不同。</translation>
    </message>
    <message>
        <source>“{left}” and “{right}” sound the same.</source>
        <translation>「{left}」與「{right}」讀音相同。</translation>
    </message>
    <message>
        <source>“{left}” is how “{right}” is written in Latin letters.</source>
        <translation>「{left}」是「{right}」的拼音或外文寫法。</translation>
    </message>
    <message>
        <source>“{short}” is short for “{long}”.</source>
        <translation>「{short}」是「{long}」的簡稱。</translation>
    </message>
    <message>
        <source>The names differ only in general words: “{left}”, “{right}”.</source>
        <translation>名稱只差通用詞：「{left}」、「{right}」。</translation>
    </message>
    <message>
        <source>The names differ only in spelling: “{left}”, “{right}”.</source>
        <translation>名稱只差寫法：「{left}」、「{right}」。</translation>
    </message>
    <message>
        <source>Both are called “{part}”, but do different things: “{left}”, “{right}”.</source>
        <translation>都叫「{part}」，但業務不同：「{left}」、「{right}」。</translation>
    </message>
    <message>
        <source>The names share words: {words}.</source>
        <translation>名稱有相同的詞：{words}。</translation>
    </message>
    <message>
        <source>“{long}” has more than “{short}”.</source>
        <translation>「{long}」比「{short}」多了內容。</translation>
    </message>
    <message>
        <source>The names differ: “{left}”, “{right}”.</source>
        <translation>名稱不同：「{left}」、「{right}」。</translation>
    </message>
    <message>
        <source>The numbers in the names differ: “{left}”, “{right}”.</source>
        <translation>名稱中的數字不同：「{left}」、「{right}」。</translation>
    </message>
    <message>
        <source>The names are the same.</source>
        <translation>名稱相同。</translation>
    </message>
    <message>
        <source>Only one name has a place: {place}.</source>
        <translation>只有一個名稱帶地名：{place}。</translation>
    </message>
    <message>
        <source>One place lies in the other: {left}, {right}.</source>
        <translation>一個地方在另一個之內：{left}、{right}。</translation>
    </message>
    <message>
        <source>The names are of different places: {left}, {right}.</source>
        <translation>名稱中的地名不同：{left}、{right}。</translation>
    </message>
    <message>
        <source>Only one name says “group”.</source>
        <translation>只有一個名稱帶「集團」。</translation>
    </message>
    <message>
        <source>One is a group, the other a company limited by shares: mostly parent and subsidiary.</source>
        <translation>一個是集團，一個是股份公司：多為母子公司。</translation>
    </message>
    <message>
        <source>The legal forms differ.</source>
        <translation>公司型態不同。</translation>
    </message>
    <message>
        <source>The legal forms are of different kinds or countries.</source>
        <translation>公司型態的種類或國家不同。</translation>
    </message>
    <message>
        <source>They share the mail address {mail}.</source>
        <translation>郵箱地址相同：{mail}。</translation>
    </message>
    <message>
        <source>The name begins with this company's name.</source>
        <translation>名稱以該公司的名稱開頭。</translation>
    </message>
    <message>
        <source>{name}, who works there, has this number.</source>
        <translation>那裡的 {name} 用這個號碼。</translation>
    </message>
</context>
<context>
    <name>measures</name>
    <message>
        <source>Sites</source>
        <translation>據點</translation>
    </message>
    <message>
        <source>Subsidiaries</source>
        <translation>子公司</translation>
    </message>
    <message>
        <source>People</source>
        <translation>聯絡人</translation>
    </message>
    <message>
        <source>Notes and activities</source>
        <translation>跟進紀錄和活動</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>最近活動</translation>
    </message>
    <message>
        <source>Open opportunities</source>
        <translation>進行中的商機</translation>
    </message>
    <message>
        <source>Open pipeline</source>
        <translation>進行中的金額</translation>
    </message>
</context>
<context>
    <name>merging</name>
    <message>
        <source>the same everywhere</source>
        <translation>各筆相同</translation>
    </message>
    <message>
        <source>the only one filled</source>
        <translation>只有這裡有值</translation>
    </message>
    <message>
        <source>of the record that stays</source>
        <translation>取自保留的記錄</translation>
    </message>
    <message>
        <source>the longer name</source>
        <translation>名稱較長</translation>
    </message>
    <message>
        <source>its check digits are right</source>
        <translation>檢查碼正確</translation>
    </message>
    <message>
        <source>edited last</source>
        <translation>最近修改</translation>
    </message>
    <message>
        <source>the most complete</source>
        <translation>最完整</translation>
    </message>
    <message>
        <source>the furthest status</source>
        <translation>進展最快的狀態</translation>
    </message>
    <message>
        <source>both are kept, one below the other</source>
        <translation>兩者都保留，上下排列</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>您的選擇</translation>
    </message>
    <message>
        <source>changed after the merge</source>
        <translation>合併後修改過</translation>
    </message>
    <message>
        <source>came with the merged record and was moved on since</source>
        <translation>隨併入的記錄而來，之後又移動過</translation>
    </message>
    <message>
        <source>came after the merge</source>
        <translation>合併後新增</translation>
    </message>
    <message>
        <source>{count} × {kind}</source>
        <translation>{kind} {count}</translation>
    </message>
</context>
<context>
    <name>moving</name>
    <message>
        <source>the top</source>
        <translation>最上層</translation>
    </message>
    <message>
        <source>Moves to {place}</source>
        <translation>移到 {place}</translation>
    </message>
    <message>
        <source>Stays where it is</source>
        <translation>留在原處</translation>
    </message>
    <message>
        <source>Taken from the company</source>
        <translation>取自公司的內容</translation>
    </message>
    <message>
        <source>Access through companies above</source>
        <translation>來自上層公司的權限</translation>
    </message>
    <message>
        <source>Two sites at one address</source>
        <translation>同一地址的兩個據點</translation>
    </message>
    <message>
        <source>Codes that no longer begin with the company's; they stay as they are</source>
        <translation>不再以公司編號開頭的編號；保持不變</translation>
    </message>
    <message>
        <source>Figures of the companies above</source>
        <translation>上層公司的彙總</translation>
    </message>
    <message>
        <source>Nothing to move: it is in {place} already.</source>
        <translation>無需移動：已在 {place} 之下。</translation>
    </message>
    <message>
        <source>{name} was moved to {place}.</source>
        <translation>{name} 已移到 {place}。</translation>
    </message>
    <message numerus="yes">
        <source>%n records were moved to {place}.</source>
        <translation><numerusform>%n 筆記錄已移到 {place}。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n codes no longer begin with the company's code.</source>
        <translation><numerusform>%n 個編號不再以公司編號開頭。</numerusform></translation>
    </message>
    <message>
        <source>{done} {codes}</source>
        <translation>{done}{codes}</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation><numerusform>…還有 %n 項</numerusform></translation>
    </message>
    <message>
        <source>{name}, from {place}</source>
        <translation>{name}，原在 {place}</translation>
    </message>
    <message>
        <source>{name}: goes along with a company above it</source>
        <translation>{name}：隨上層公司一起移動</translation>
    </message>
    <message>
        <source>{name}: is there already</source>
        <translation>{name}：已經在那裡</translation>
    </message>
    <message numerus="yes">
        <source>{field}: {before} → {after} (%n sites, such as {example})</source>
        <translation><numerusform>{field}：{before} → {after}（%n 個據點，如 {example}）</numerusform></translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message numerus="yes">
        <source>{person}: {before} → {after} on %n records, through {company}</source>
        <translation><numerusform>{person}：%n 筆記錄 {before} → {after}，因 {company}</numerusform></translation>
    </message>
    <message>
        <source>no access</source>
        <translation>無權限</translation>
    </message>
    <message>
        <source>{name} stands where {other} stands: {address}</source>
        <translation>{name} 與 {other} 在同一處：{address}</translation>
    </message>
    <message>
        <source>{company}, {measure}: {before} → {after}</source>
        <translation>{company}，{measure}：{before} → {after}</translation>
    </message>
</context>
<context>
    <name>opportunities</name>
    <message>
        <source>Number</source>
        <translation>數量</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>加權金額</translation>
    </message>
    <message>
        <source>The amount times the probability of its stage</source>
        <translation>金額乘以所處階段的機率</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>合計</translation>
    </message>
</context>
<context>
    <name>opportunity_lists</name>
    <message>
        <source>My open opportunities</source>
        <translation>我的進行中商機</translation>
    </message>
    <message>
        <source>You have no open opportunities. Add one on the record of a site, or convert a lead.</source>
        <translation>您沒有進行中的商機。請在地點檔案中新增，或轉化一筆線索。</translation>
    </message>
    <message>
        <source>All open opportunities</source>
        <translation>全部進行中商機</translation>
    </message>
    <message>
        <source>Nothing is being sold at the moment.</source>
        <translation>目前沒有進行中的商機。</translation>
    </message>
    <message>
        <source>Closing this month</source>
        <translation>本月預計成交</translation>
    </message>
    <message>
        <source>No open opportunity is to be decided this month.</source>
        <translation>本月沒有預計成交的商機。</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>成交</translation>
    </message>
    <message>
        <source>No opportunity was won yet.</source>
        <translation>還沒有成交的商機。</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>未成交</translation>
    </message>
    <message>
        <source>No opportunity was lost yet.</source>
        <translation>還沒有未成交的商機。</translation>
    </message>
    <message>
        <source>All opportunities</source>
        <translation>全部商機</translation>
    </message>
    <message>
        <source>There are no opportunities yet. Add one on the record of a site, or convert a lead.</source>
        <translation>還沒有商機。請在地點檔案中新增，或轉化一筆線索。</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Accounts</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>潛在客戶</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>商機</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重複</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>衝突</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>同步</translation>
    </message>
</context>
<context>
    <name>passphrase</name>
    <message>
        <source>Easily guessed. Several unrelated words make it strong.</source>
        <translation>容易被猜到。幾個互不相關的詞組成的密碼更安全。</translation>
    </message>
    <message>
        <source>Fair. One more word would make it strong.</source>
        <translation>尚可。再加一個詞會更安全。</translation>
    </message>
    <message>
        <source>Strong.</source>
        <translation>安全。</translation>
    </message>
</context>
<context>
    <name>pools</name>
    <message>
        <source>Waits since</source>
        <translation>等待起始</translation>
    </message>
    <message>
        <source>Who had it last</source>
        <translation>最後由誰負責</translation>
    </message>
    <message>
        <source>By which rule or for which reason it was released</source>
        <translation>依哪條規則或因何原因釋放</translation>
    </message>
    <message>
        <source>I may take it</source>
        <translation>可領取</translation>
    </message>
    <message>
        <source>Who had it before waits for so long</source>
        <translation>原負責人須等待這麼久</translation>
    </message>
    <message>
        <source>Falls back</source>
        <translation>收回</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message numerus="yes">
        <source>%n leads went back to their pool: {rule}.</source>
        <translation><numerusform>%n 筆潛在客戶已退回公海：{rule}。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n accounts went back to their pool: {rule}.</source>
        <translation><numerusform>%n 個客戶已退回公海：{rule}。</numerusform></translation>
    </message>
    <message>
        <source>Mine, due soon</source>
        <translation>我的，即將收回</translation>
    </message>
    <message>
        <source>Of all, due soon</source>
        <translation>全部，即將收回</translation>
    </message>
    <message>
        <source>{pool}: accounts</source>
        <translation>{pool}：客戶</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>數量</translation>
    </message>
    <message>
        <source>Released by hand</source>
        <translation>手動釋放</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>待確認</translation>
    </message>
    <message numerus="yes">
        <source>In %n days</source>
        <translation><numerusform>%n 天後</numerusform></translation>
    </message>
    <message>
        <source>In the pool {pool} since {day}</source>
        <translation>{day} 起在公海 {pool} 中</translation>
    </message>
    <message>
        <source>before with {owner}</source>
        <translation>之前由 {owner} 負責</translation>
    </message>
    <message>
        <source>You asked for it; it is yours when the centre says so.</source>
        <translation>您已申請；中心確認後由您負責。</translation>
    </message>
    <message>
        <source>You had it before: by the rules of the pool you may claim it from {day}.</source>
        <translation>您曾負責過它：按公海規則，{day} 起您可以再領取。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>鎖定</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>no follow-up for %n days</source>
        <translation><numerusform>%n 天未跟進</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>no opportunity for %n days</source>
        <translation><numerusform>%n 天沒有商機</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>the contract ends in %n days</source>
        <translation><numerusform>合約 %n 天後到期</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>the contract ended %n days ago</source>
        <translation><numerusform>合約已到期 %n 天</numerusform></translation>
    </message>
    <message>
        <source>Falls back to the pool {pool} today: {why}.</source>
        <translation>今天收回到公海 {pool}：{why}。</translation>
    </message>
    <message numerus="yes">
        <source>Falls back to the pool {pool} in %n days: {why}.</source>
        <translation><numerusform>%n 天後收回到公海 {pool}：{why}。</numerusform></translation>
    </message>
    <message>
        <source>Follow it up, and it stays.</source>
        <translation>跟進後即可保留。</translation>
    </message>
    <message>
        <source>Note a visit or a call at the account, and it stays.</source>
        <translation>在客戶上記錄拜訪或通話後即可保留。</translation>
    </message>
    <message>
        <source>Convert it into an account with an opportunity, and it stays.</source>
        <translation>轉換為有商機的客戶後即可保留。</translation>
    </message>
    <message>
        <source>Enter an opportunity at the account, and it stays.</source>
        <translation>在客戶上輸入商機後即可保留。</translation>
    </message>
    <message>
        <source>An administrator of the pool can lock it, and it stays.</source>
        <translation>公海管理員鎖定後即可保留。</translation>
    </message>
    <message>
        <source>{left} of {limit} claims left today</source>
        <translation>今天還可領取 {left}/{limit}</translation>
    </message>
    <message>
        <source>you have {held} of {limit} prospects</source>
        <translation>您已持有 {held}/{limit}</translation>
    </message>
    <message>
        <source>{left} of {limit} views left today</source>
        <translation>今天還可檢視 {left}/{limit}</translation>
    </message>
    <message numerus="yes">
        <source>A person may claim %n records a day.</source>
        <translation><numerusform>每人每天最多領取 %n 筆記錄。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Nobody may have more than %n open leads at once.</source>
        <translation><numerusform>每人同時最多持有 %n 筆未結潛在客戶。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Who had a record before can claim it again after %n days.</source>
        <translation><numerusform>原負責人 %n 天後才能再次領取。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A record without a follow-up falls back after %n days.</source>
        <translation><numerusform>%n 天沒有跟進的記錄退回公海。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A record without an opportunity falls back after %n days.</source>
        <translation><numerusform>%n 天沒有商機的記錄退回公海。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A record falls back %n days after its contract ended.</source>
        <translation><numerusform>合約到期 %n 天後，記錄退回公海。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>What somebody has just got stays there for %n days at least.</source>
        <translation><numerusform>剛得到的記錄至少保留 %n 天。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The owner is warned %n days before.</source>
        <translation><numerusform>提前 %n 天提醒負責人。</numerusform></translation>
    </message>
    <message>
        <source>Phone numbers and mail addresses are shown in part while a record waits.</source>
        <translation>記錄在公海中時，電話和信箱部分隱藏。</translation>
    </message>
    <message>
        <source>Who releases a record gives a reason.</source>
        <translation>釋放記錄時須說明原因。</translation>
    </message>
    <message>
        <source>Customers without business fall back too, by the same rules.</source>
        <translation>沒有業務的客戶依同樣規則退回公海。</translation>
    </message>
    <message>
        <source>{grade}: {days}</source>
        <translation>{grade}：{days}</translation>
    </message>
    <message>
        <source>Customers without a follow-up fall back by their grade: {days}.</source>
        <translation>沒有跟進的客戶依等級退回：{days}。</translation>
    </message>
    <message>
        <source>Nothing falls back by itself.</source>
        <translation>沒有記錄會自動退回。</translation>
    </message>
    <message numerus="yes">
        <source>A person may open %n waiting records a day.</source>
        <translation><numerusform>每人每天最多檢視公海中的 %n 筆記錄。</numerusform></translation>
    </message>
    <message>
        <source>Team {team}</source>
        <translation>團隊 {team}</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Whoever works with this file may change it: it has no centre.</source>
        <translation>使用此檔案的人都可以修改：它沒有連線中心。</translation>
    </message>
    <message>
        <source>Everybody may change it: it has no administrators.</source>
        <translation>沒有管理員，所有人都可以修改。</translation>
    </message>
    <message>
        <source>Only its administrators may change it: {names}.</source>
        <translation>只有管理員可以修改：{names}。</translation>
    </message>
    <message numerus="yes">
        <source>%n leads</source>
        <translation><numerusform>%n 筆潛在客戶</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation><numerusform>%n 個客戶</numerusform></translation>
    </message>
    <message>
        <source>With these rules nothing would fall back today.</source>
        <translation>依這些規則，今天沒有記錄會退回。</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation><numerusform>%n 人</numerusform></translation>
    </message>
    <message>
        <source>With these rules {what} of {people} would fall back today.</source>
        <translation>依這些規則，今天將有 {people}的 {what}退回公海。</translation>
    </message>
    <message numerus="yes">
        <source>%n days</source>
        <translation><numerusform>%n 天</numerusform></translation>
    </message>
</context>
<context>
    <name>preferences</name>
    <message>
        <source>As the computer</source>
        <translation>跟隨系統設定</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
</context>
<context>
    <name>premises</name>
    <message>
        <source>same building: {place}</source>
        <translation>同一棟樓：{place}</translation>
    </message>
    <message>
        <source>same building: {place}; the floor differs</source>
        <translation>同一棟樓：{place}；樓層不同</translation>
    </message>
    <message>
        <source>same building: {place}; the room differs</source>
        <translation>同一棟樓：{place}；房號不同</translation>
    </message>
    <message>
        <source>same premises: {place}; another building of the same number: {first}, {second}</source>
        <translation>同一處：{place}；同一門牌號的不同棟別：{first}、{second}</translation>
    </message>
    <message>
        <source>same road and number: {place}; the districts written differ: {first}, {second}</source>
        <translation>道路和門牌號相同：{place}；所寫鄉鎮市區不同：{first}、{second}</translation>
    </message>
    <message>
        <source>same building: {place}; one address does not name the town</source>
        <translation>同一棟樓：{place}；有一個地址沒寫城市</translation>
    </message>
    <message>
        <source>same compound: {place}; one address gives no road number</source>
        <translation>同一社區或園區：{place}；有一個地址沒寫門牌號</translation>
    </message>
    <message>
        <source>the same text: {place}</source>
        <translation>寫法完全相同：{place}</translation>
    </message>
    <message>
        <source>another country: {first}, {second}</source>
        <translation>國家不同：{first}、{second}</translation>
    </message>
    <message>
        <source>another town: {first}, {second}</source>
        <translation>地區不同：{first}、{second}</translation>
    </message>
    <message>
        <source>another number on the same road: {first}, {second}</source>
        <translation>同一道路的不同門牌號：{first}、{second}</translation>
    </message>
    <message>
        <source>another road: {first}, {second}</source>
        <translation>道路不同：{first}、{second}</translation>
    </message>
    <message>
        <source>another building of {place}: {first}, {second}</source>
        <translation>{place} 的不同棟別：{first}、{second}</translation>
    </message>
    <message>
        <source>no road number: cannot be decided</source>
        <translation>沒有門牌號：無法判斷</translation>
    </message>
    <message>
        <source>nothing below the district is known: cannot be decided</source>
        <translation>鄉鎮市區以下不詳：無法判斷</translation>
    </message>
    <message>
        <source>no road number, and other names: {first}, {second}; cannot be decided</source>
        <translation>沒有門牌號，名稱也不同：{first}、{second}；無法判斷</translation>
    </message>
    <message>
        <source>The premises are {place}: the number decides.</source>
        <translation>所在處是 {place}：以門牌號為準。</translation>
    </message>
    <message>
        <source>There is no road number, so all of {place} counts.</source>
        <translation>沒有門牌號，所以以 {place} 整體為準。</translation>
    </message>
    <message>
        <source>There is neither a number nor a named building: only {place}, written the same, is the same place.</source>
        <translation>沒有門牌號，也沒有大樓名稱：寫法與 {place} 完全相同才算同一處。</translation>
    </message>
    <message>
        <source>Nothing below the district is known, so the premises are unknown.</source>
        <translation>鄉鎮市區以下不詳，所以不知道在哪一處。</translation>
    </message>
    <message>
        <source>They lie in {region}.</source>
        <translation>位於 {region}。</translation>
    </message>
    <message>
        <source>No town is named and none follows.</source>
        <translation>沒寫城市，也推斷不出。</translation>
    </message>
    <message>
        <source>What lies inside does not count: {parts}.</source>
        <translation>樓內部分不計：{parts}。</translation>
    </message>
    <message>
        <source>Not written but following: {parts}.</source>
        <translation>沒寫但可推斷：{parts}。</translation>
    </message>
    <message>
        <source>{former} is {name} today.</source>
        <translation>{former} 現為 {name}。</translation>
    </message>
</context>
<context>
    <name>record_header</name>
    <message>
        <source>New company</source>
        <translation>新增公司</translation>
    </message>
    <message>
        <source>New site</source>
        <translation>新增據點</translation>
    </message>
    <message>
        <source>New subsidiary</source>
        <translation>新增子公司</translation>
    </message>
</context>
<context>
    <name>remarks</name>
    <message>
        <source>A parent is neither in the file nor in the store; the company was placed at the top.</source>
        <translation>有的上層公司既不在檔案裡，也不在現有客戶中；這些公司已放在最上層。</translation>
    </message>
    <message>
        <source>Companies named each other as parents; the circle was cut.</source>
        <translation>有的公司互為上層；已中斷這種循環。</translation>
    </message>
    <message>
        <source>A value that fits no list, or is too long for its field, was kept in the note.</source>
        <translation>不在選項之內或超出欄位長度的值，已保留在備註裡。</translation>
    </message>
    <message>
        <source>The lead was converted in the other system: it comes in as qualified. Convert it here to make its account.</source>
        <translation>潛在客戶在原系統中已轉換：匯入為已合格。請在此轉換以建立客戶。</translation>
    </message>
    <message>
        <source>The row names neither company nor person: the lead is called by its mail, phone or number.</source>
        <translation>該列沒有公司也沒有聯絡人：以郵件、電話或編號作為潛在客戶名稱。</translation>
    </message>
    <message>
        <source>The lead is there already (same number, mail, phone, or company and person): left out.</source>
        <translation>潛在客戶已存在（編號、郵件、電話，或公司與聯絡人相同）：未匯入。</translation>
    </message>
    <message>
        <source>The lead is there already: what was empty in it was filled.</source>
        <translation>潛在客戶已存在：已補齊其中的空白欄位。</translation>
    </message>
    <message>
        <source>The lead is there already, and the row knows nothing more.</source>
        <translation>潛在客戶已存在，該列沒有更多資訊。</translation>
    </message>
    <message>
        <source>The lead is there already and was imported a second time, as you chose.</source>
        <translation>潛在客戶已存在，依您的選擇再次匯入。</translation>
    </message>
    <message>
        <source>The row repeats a lead of an earlier row: left out.</source>
        <translation>該列與前面某列是同一筆潛在客戶：未匯入。</translation>
    </message>
    <message>
        <source>The company is a customer already (same name, credit code, mail or phone): left out.</source>
        <translation>該公司已是客戶（名稱、信用代碼、郵件或電話相同）：未匯入。</translation>
    </message>
    <message>
        <source>The company is a customer already and was imported as a lead, as you chose.</source>
        <translation>該公司已是客戶，依您的選擇仍作為潛在客戶匯入。</translation>
    </message>
    <message>
        <source>A source was added to the list of sources.</source>
        <translation>來源清單中新增了一個來源。</translation>
    </message>
    <message>
        <source>The company has a site at this address already: the row became a floor or department of it.</source>
        <translation>該公司在此地址已有據點：這一列成為它的樓層或部門。</translation>
    </message>
    <message>
        <source>{postcode} does not look like a postcode of this country, such as {example}.</source>
        <translation>{postcode} 不像該國的郵遞區號，例如 {example}。</translation>
    </message>
    <message>
        <source>This is a tax number of the old kind (15 characters). The credit code has 18; ask the customer for it.</source>
        <translation>這是舊稅號（15 位）。信用代碼有 18 位，請向客戶詢問。</translation>
    </message>
    <message>
        <source>A credit code has 18 characters; this has {count}.</source>
        <translation>信用代碼有 18 位，這裡是 {count} 位。</translation>
    </message>
    <message>
        <source>A credit code never holds {characters}; the letters I, O, S, V and Z are not used.</source>
        <translation>信用代碼不含 {characters}；字母 I、O、S、V、Z 不使用。</translation>
    </message>
    <message>
        <source>Characters 3 to 8 of a credit code are digits (the division); these are {characters}.</source>
        <translation>信用代碼的第 3 到 8 位是數字（行政區劃），這裡是 {characters}。</translation>
    </message>
    <message>
        <source>The last character should be {expected}, not {found}, if the others are right. Compare with the licence.</source>
        <translation>如果其他各位正確，最後一位應為 {expected}，而不是 {found}。請對照營業執照。</translation>
    </message>
    <message>
        <source>A unified business number of Taiwan has 8 digits; this is {text}.</source>
        <translation>台灣的統一編號有 8 位數字，這裡是 {text}。</translation>
    </message>
    <message>
        <source>The last digit should be one of {expected}, not {found}, if the others are right. Compare with the certificate.</source>
        <translation>如果其他各位正確，最後一位應為 {expected} 之一，而不是 {found}。請對照登記證明。</translation>
    </message>
    <message>
        <source>{number} does not look like a complete phone number. It is kept as typed.</source>
        <translation>{number} 不像完整的電話號碼。將按輸入儲存。</translation>
    </message>
    <message>
        <source>This field must not be empty.</source>
        <translation>此項不能為空。</translation>
    </message>
    <message>
        <source>This code already belongs to {name}.</source>
        <translation>該編號已屬於 {name}。</translation>
    </message>
    <message>
        <source>This code leads to {name}, into which the record that had it was merged.</source>
        <translation>此編號指向 {name}：原記錄已併入它。</translation>
    </message>
    <message>
        <source>A company with this legal name exists already: {name}.</source>
        <translation>已有同名公司：{name}。</translation>
    </message>
    <message>
        <source>{name} has this credit code. Is it the same company?</source>
        <translation>{name} 的信用代碼與此相同。是同一家公司嗎？</translation>
    </message>
    <message>
        <source>{name} of this company stands at this address: one address is one site.</source>
        <translation>該公司的 {name} 就在此地址：一個地址就是一個據點。</translation>
    </message>
    <message>
        <source>This does not look like a mail address (name@company.com).</source>
        <translation>這不像電子郵件地址（name@company.com）。</translation>
    </message>
    <message>
        <source>Code {code} goes on finding the record: it leads to {name}.</source>
        <translation>用編號 {code} 仍可找到：指向 {name}。</translation>
    </message>
    <message>
        <source>{owner}, who owned {name}, stays on as a collaborator who may edit.</source>
        <translation>{name} 的原負責人 {owner} 成為可編輯的協作者。</translation>
    </message>
    <message>
        <source>{name} lay below a company that is merged into it and moves up, below {parent}.</source>
        <translation>{name} 原在被併入的公司之下，現上移到 {parent} 之下。</translation>
    </message>
    <message>
        <source>{name} lay below a company that is merged into it and moves to the top of the tree.</source>
        <translation>{name} 原在被併入的公司之下，現上移到最上層。</translation>
    </message>
    <message>
        <source>{name} stays the main contact; {other} is an ordinary one from now on.</source>
        <translation>{name} 仍是主要聯絡人；{other} 改為一般聯絡人。</translation>
    </message>
    <message>
        <source>{name} and {other} stand at the same address: both are kept, merge them next.</source>
        <translation>{name} 與 {other} 在同一地址：兩者都保留，請接著合併。</translation>
    </message>
    <message>
        <source>Both credit codes, {one} and {other}, are valid: are these really one company?</source>
        <translation>統編／信用代碼 {one} 和 {other} 都有效：確實是同一家公司嗎？</translation>
    </message>
    <message>
        <source>{name} and {other} stand at different addresses: one address, one site.</source>
        <translation>{name} 與 {other} 地址不同：一個地址就是一個據點。</translation>
    </message>
    <message>
        <source>{name} and {other} belong to different companies.</source>
        <translation>{name} 與 {other} 屬於不同的公司。</translation>
    </message>
    <message>
        <source>{name} worked on both and is listed once, with the wider rights.</source>
        <translation>{name} 是兩者的協作者，只列一次，權限取較大者。</translation>
    </message>
    <message>
        <source>The two entries for {name} say the same and became one.</source>
        <translation>{name} 的兩筆內容相同，已合為一筆。</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>Companies</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>據點</translation>
    </message>
    <message>
        <source>People</source>
        <translation>聯絡人</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>潛在客戶</translation>
    </message>
    <message>
        <source>Short name {text}</source>
        <translation>簡稱 {text}</translation>
    </message>
    <message>
        <source>Legal name {text}</source>
        <translation>公司全名 {text}</translation>
    </message>
    <message>
        <source>Credit code {text}</source>
        <translation>統編／信用代碼 {text}</translation>
    </message>
    <message>
        <source>Phone {text}</source>
        <translation>電話 {text}</translation>
    </message>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>指令</translation>
    </message>
</context>
<context>
    <name>splitting</name>
    <message>
        <source>Account</source>
        <translation>客戶</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>類型</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>記錄</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>歸入</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Placed by hand.</source>
        <translation>手動歸入。</translation>
    </message>
    <message>
        <source>Its own address is there: {address}</source>
        <translation>地址在此：{address}</translation>
    </message>
    <message>
        <source>A billing or mailing address never makes a site of its own: {address}</source>
        <translation>帳單地址、郵寄地址不會成為單獨的據點：{address}</translation>
    </message>
    <message>
        <source>A postbox is never a site: {address}</source>
        <translation>郵政信箱不是據點：{address}</translation>
    </message>
    <message>
        <source>The address of {person} is there: {address}</source>
        <translation>{person} 的地址在此：{address}</translation>
    </message>
    <message>
        <source>{person}, whom it is about, works there.</source>
        <translation>相關聯絡人 {person} 在此工作。</translation>
    </message>
    <message>
        <source>Its text gives the address: {address}</source>
        <translation>內容裡寫了地址：{address}</translation>
    </message>
    <message>
        <source>Its text says “{word}”, which is true of this site alone.</source>
        <translation>內容裡提到「{word}」，只有這個據點符合。</translation>
    </message>
    <message>
        <source>What came before and after {day} belongs to this site.</source>
        <translation>{day} 前後的內容都屬於這個據點。</translation>
    </message>
    <message>
        <source>On {day} only this site was being dealt with.</source>
        <translation>{day} 只跟進過這個據點。</translation>
    </message>
    <message>
        <source>Its text gives an address that is none of the sites: {address}</source>
        <translation>內容裡的地址不屬於任何據點：{address}</translation>
    </message>
    <message>
        <source>Nothing says where it belongs, so it stays.</source>
        <translation>無法判斷歸屬，留在原客戶。</translation>
    </message>
    <message>
        <source>Its text names several sites ({words}), so it stays.</source>
        <translation>內容提到多個據點（{words}），留在原客戶。</translation>
    </message>
    <message>
        <source>The account had no address of its own; it takes the first one.</source>
        <translation>客戶原來沒有地址，取第一個。</translation>
    </message>
    <message>
        <source>The account's own address.</source>
        <translation>客戶自己的地址。</translation>
    </message>
    <message>
        <source>Only texts name this address.</source>
        <translation>只有文字內容裡提到此地址。</translation>
    </message>
    <message>
        <source>Several floors or rooms of one building: they are parts of one site.</source>
        <translation>同一棟樓的幾個樓層或房間：屬於同一個據點。</translation>
    </message>
    <message>
        <source>The company has this site already.</source>
        <translation>公司已有此據點。</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>據點</translation>
    </message>
    <message>
        <source>What goes where</source>
        <translation>歸屬明細</translation>
    </message>
    <message>
        <source>New site</source>
        <translation>新增據點</translation>
    </message>
    <message>
        <source>the selection in the tree</source>
        <translation>樹狀圖裡所選</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation><numerusform>已選 %n 個</numerusform></translation>
    </message>
    <message>
        <source>{name} ({code})</source>
        <translation>{name}（{code}）</translation>
    </message>
</context>
<context>
    <name>undo</name>
    <message>
        <source>changed since by {user} on {at}</source>
        <translation>之後被 {user} 修改過（{at}）</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>之後被修改過</translation>
    </message>
    <message>
        <source>{other} hangs on it</source>
        <translation>{other} 依附於它</translation>
    </message>
    <message>
        <source>{other}, where it belonged, is deleted</source>
        <translation>它所屬的 {other} 已被刪除</translation>
    </message>
    <message>
        <source>it would come to lie below itself, for {other} was moved meanwhile</source>
        <translation>它會落到自己的下層，因為 {other} 已被移動</translation>
    </message>
    <message>
        <source>its former code belongs to {other} now</source>
        <translation>它原來的編號現在屬於 {other}</translation>
    </message>
    <message>
        <source>deleted since</source>
        <translation>之後被刪除</translation>
    </message>
    <message>
        <source>it came back without its code, which belongs to {other} now</source>
        <translation>它還原時沒有編號，編號現在屬於 {other}</translation>
    </message>
    <message>
        <source>{action} {label}</source>
        <translation>{action} {label}</translation>
    </message>
    <message>
        <source>Undone: {what}.</source>
        <translation>已復原：{what}。</translation>
    </message>
    <message>
        <source>Done again: {what}.</source>
        <translation>已重做：{what}。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were left as they are: {names}</source>
        <translation><numerusform>%n 項保持不變：{names}</numerusform></translation>
    </message>
    <message>
        <source>{names} …</source>
        <translation>{names}…</translation>
    </message>
    <message>
        <source>{title}: {what}</source>
        <translation>{title}：{what}</translation>
    </message>
    <message>
        <source>{one}; {next}</source>
        <translation>{one}；{next}</translation>
    </message>
    <message>
        <source>{name}: {reason}</source>
        <translation>{name}：{reason}</translation>
    </message>
    <message>
        <source>{name} – {field}</source>
        <translation>{name} – {field}</translation>
    </message>
</context>
<context>
    <name>vocabulary</name>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>據點</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>聯絡人</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>任職</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活動</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>分類</translation>
    </message>
    <message>
        <source>User</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>團隊</translation>
    </message>
    <message>
        <source>Floor or department</source>
        <translation>樓層或部門</translation>
    </message>
    <message>
        <source>Further address</source>
        <translation>附加地址</translation>
    </message>
    <message>
        <source>Collaborator</source>
        <translation>協作者</translation>
    </message>
    <message>
        <source>Decision about two records</source>
        <translation>對兩筆記錄的判斷</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>領取</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>潛在客戶</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>跟進</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>Member of a pool</source>
        <translation>公海成員</translation>
    </message>
    <message>
        <source>Set of criteria</source>
        <translation>判斷標準</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>判斷項</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>資格評估</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>轉換</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>階段</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>商機</translation>
    </message>
    <message>
        <source>Person at an opportunity</source>
        <translation>商機聯絡人</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>集團</translation>
    </message>
    <message>
        <source>Legal entity</source>
        <translation>法人公司</translation>
    </message>
    <message>
        <source>Registered branch</source>
        <translation>分公司</translation>
    </message>
    <message>
        <source>Fighting for deals</source>
        <translation>爭取中</translation>
    </message>
    <message>
        <source>Existing customer</source>
        <translation>現有客戶</translation>
    </message>
    <message>
        <source>Sleeping customer</source>
        <translation>沉睡客戶</translation>
    </message>
    <message>
        <source>Fought but lost</source>
        <translation>未成交</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>產業</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>來源</translation>
    </message>
    <message>
        <source>Customer kind</source>
        <translation>客戶類型</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>Kind of place</source>
        <translation>據點類型</translation>
    </message>
    <message>
        <source>Reason for release</source>
        <translation>釋放到公海的原因</translation>
    </message>
    <message>
        <source>Reason for disqualifying</source>
        <translation>判為無效的原因</translation>
    </message>
    <message>
        <source>New</source>
        <translation>待跟進</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>跟進中</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Disqualified</source>
        <translation>無效</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>已轉換</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成員</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理員</translation>
    </message>
    <message>
        <source>No follow-up for too long</source>
        <translation>太久沒有跟進</translation>
    </message>
    <message>
        <source>No opportunity for too long</source>
        <translation>太久沒有商機</translation>
    </message>
    <message>
        <source>Contract ended</source>
        <translation>合約到期</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>還不行</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Partly</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Decides</source>
        <translation>決策</translation>
    </message>
    <message>
        <source>Influences</source>
        <translation>有影響</translation>
    </message>
    <message>
        <source>Uses it</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Buys</source>
        <translation>負責採購</translation>
    </message>
    <message>
        <source>Champion</source>
        <translation>內部支持者</translation>
    </message>
    <message>
        <source>Opposes</source>
        <translation>反對</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>跟進紀錄</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜訪</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>郵件</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>會議</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任務</translation>
    </message>
    <message>
        <source>Billing address</source>
        <translation>帳單地址</translation>
    </message>
    <message>
        <source>Mailing address</source>
        <translation>郵寄地址</translation>
    </message>
    <message>
        <source>Delivery address</source>
        <translation>送貨地址</translation>
    </message>
    <message>
        <source>Other address</source>
        <translation>其他地址</translation>
    </message>
    <message>
        <source>May read</source>
        <translation>可檢視</translation>
    </message>
    <message>
        <source>May edit</source>
        <translation>可編輯</translation>
    </message>
    <message>
        <source>Added by hand</source>
        <translation>手動新增</translation>
    </message>
    <message>
        <source>Former owner</source>
        <translation>原負責人</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>不是重複</translation>
    </message>
    <message>
        <source>Another building</source>
        <translation>另一棟樓</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>已申請</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>跟進中</translation>
    </message>
    <message>
        <source>Held by somebody else</source>
        <translation>由他人跟進</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放棄跟進</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>已過期</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>匯入</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>復原</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Split into sites</source>
        <translation>拆分為據點</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合併</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>升級</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>初始設定</translation>
    </message>
    <message>
        <source>Exchange with the centre</source>
        <translation>與中心同步</translation>
    </message>
    <message>
        <source>Conflict settled</source>
        <translation>解決衝突</translation>
    </message>
    <message>
        <source>Claim or release</source>
        <translation>領取或釋放</translation>
    </message>
    <message>
        <source>Rule of a pool</source>
        <translation>公海規則</translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation>{count} 筆記錄</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>{first}, {next}</source>
        <translation>{first}、{next}</translation>
    </message>
    <message>
        <source>{name} ({code})</source>
        <translation>{name}（{code}）</translation>
    </message>
</context>
</TS>
