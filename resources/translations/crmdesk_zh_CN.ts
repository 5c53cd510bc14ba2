<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About crmdesk</source>
        <translation>关于 crmdesk</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>版本 {version}</translation>
    </message>
    <message>
        <source>Customers as companies and sites, for field sales that works without a network.</source>
        <translation>以公司和地点管理客户，为没有网络也要工作的外勤销售而做。</translation>
    </message>
    <message>
        <source>&amp;Libraries and data in it, with their licences</source>
        <translation>所含的库和数据及其许可证(&amp;L)</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message>
        <source>A site belongs to a company: choose the company in the tree first, or enter a new company.</source>
        <translation>地点属于公司：请先在树里选择公司，或新建公司。</translation>
    </message>
    <message>
        <source>{name} was saved.</source>
        <translation>{name} 已保存。</translation>
    </message>
    <message>
        <source>Renamed to {name}.</source>
        <translation>已重命名为 {name}。</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>客户</translation>
    </message>
</context>
<context>
    <name>AddressList</name>
    <message>
        <source>Add an address</source>
        <translation>添加地址</translation>
    </message>
    <message>
        <source>Bills, letters or goods go elsewhere? Such an address belongs to the site and is none of its own.</source>
        <translation>账单、信件或货物寄到别处？这类地址属于此地点，不另建地点。</translation>
    </message>
</context>
<context>
    <name>AnswerBox</name>
    <message>
        <source>What do you want to ask {name}?</source>
        <translation>您想问 {name} 什么？</translation>
    </message>
    <message>
        <source>What do you want to ask?</source>
        <translation>您想问什么？</translation>
    </message>
    <message>
        <source>Ask</source>
        <translation>询问</translation>
    </message>
    <message>
        <source>Use this</source>
        <translation>用这个</translation>
    </message>
    <message>
        <source>Give this answer  {keys}</source>
        <translation>这样回答  {keys}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close without an answer  Esc</source>
        <translation>不回答，关闭  Esc</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>Asked; the question goes with the next exchange.</source>
        <translation>已询问；下次同步时送出。</translation>
    </message>
    <message numerus="yes">
        <source>%n edits let in.</source>
        <translation><numerusform>已采纳 %n 项修改。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n edits left out.</source>
        <translation><numerusform>未采纳 %n 项修改。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n conflicts settled.</source>
        <translation><numerusform>已解决 %n 个冲突。</numerusform></translation>
    </message>
</context>
<context>
    <name>AssignDialog</name>
    <message>
        <source>Assign {name}</source>
        <translation>分配 {name}</translation>
    </message>
    <message numerus="yes">
        <source>Assign %n leads</source>
        <translation><numerusform>分配 %n 条线索</numerusform></translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>分配</translation>
    </message>
    <message>
        <source>Give it to this person  Ctrl+Enter</source>
        <translation>交给此人  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>{name} is with {person} now.</source>
        <translation>{name} 现由 {person} 负责。</translation>
    </message>
    <message numerus="yes">
        <source>%n leads are with {person} now.</source>
        <translation><numerusform>%n 条线索现由 {person} 负责。</numerusform></translation>
    </message>
</context>
<context>
    <name>BackupSection</name>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Made</source>
        <translation>备份时间</translation>
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
        <translation>立即备份(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Restore …</source>
        <translation>恢复(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Every</source>
        <translation>每隔(&amp;E)</translation>
    </message>
    <message>
        <source>Made while you work, when something was changed since the last.</source>
        <translation>在您工作时进行，前提是上次备份后有改动。</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>保留(&amp;K)</translation>
    </message>
    <message>
        <source>So many are kept; the oldest goes when another is made.</source>
        <translation>保留这么多份；有新备份时删去最旧的。</translation>
    </message>
    <message>
        <source>&amp;Change …</source>
        <translation>更改(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Beside the file</source>
        <translation>放在文件旁边(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Another disk, or a folder that is kept elsewhere too, is safest.</source>
        <translation>放在另一块磁盘，或另有备份的文件夹里，最安全。</translation>
    </message>
    <message>
        <source>Backups there are</source>
        <translation>现有备份</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>备份，最新的在前</translation>
    </message>
    <message>
        <source>No backup yet. The first is made while you work, or now.</source>
        <translation>还没有备份。第一份会在您工作时进行，也可以现在就备份。</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
    <message>
        <source>1 hour</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>{count} hours</source>
        <translation>{count} 小时</translation>
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
        <translation>程序升级之前</translation>
    </message>
    <message>
        <source>Waits for a backup to be chosen in the list</source>
        <translation>请先在列表中选择备份</translation>
    </message>
    <message>
        <source>Folder for backups</source>
        <translation>备份文件夹</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Backed up: {name}, {size}.</source>
        <translation>已备份：{name}，{size}。</translation>
    </message>
</context>
<context>
    <name>BoardColumn</name>
    <message numerus="yes">
        <source>%n more; narrow the list to see them</source>
        <translation><numerusform>还有 %n 条；请缩小列表范围</numerusform></translation>
    </message>
</context>
<context>
    <name>CarriedGrid</name>
    <message>
        <source>was empty</source>
        <translation>原为空</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>in the record</source>
        <translation>记录里的</translation>
    </message>
    <message>
        <source>from the lead</source>
        <translation>来自线索</translation>
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
        <translation>记录</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Why it goes there</source>
        <translation>归入原因</translation>
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
        <translation>保留这条记录</translation>
    </message>
    <message>
        <source>the others lead to it</source>
        <translation>其他的并入它</translation>
    </message>
    <message>
        <source>Keep both, one below the other</source>
        <translation>两者都保留，上下排列</translation>
    </message>
</context>
<context>
    <name>ChoicePage</name>
    <message>
        <source>Which accounts hold several addresses?</source>
        <translation>哪些客户有多个地址？</translation>
    </message>
    <message>
        <source>Each place a customer works at becomes a site of its own, with its people, notes and addresses. You see the proposal first, and one undo takes all of it back.</source>
        <translation>客户的每一处都成为单独的地点，带上自己的联系人、跟进记录和地址。您先看方案；之后一步即可全部撤销。</translation>
    </message>
    <message>
        <source>These and all companies below them</source>
        <translation>这些客户及其所有下级公司</translation>
    </message>
    <message>
        <source>Recent imports</source>
        <translation>最近的导入</translation>
    </message>
    <message>
        <source>Everything an import brought:</source>
        <translation>某次导入的全部客户：</translation>
    </message>
    <message>
        <source>Everything an import brought (there is none yet)</source>
        <translation>某次导入的全部客户（还没有导入过）</translation>
    </message>
    <message>
        <source>{file} – {at}</source>
        <translation>{file} – {at}</translation>
    </message>
    <message>
        <source>The chosen accounts: {names}</source>
        <translation>所选客户：{names}</translation>
    </message>
</context>
<context>
    <name>ClaimMenu</name>
    <message>
        <source>Take with &amp;me</source>
        <translation>暂由我跟进(&amp;M)</translation>
    </message>
    <message>
        <source>Nobody else chases this customer meanwhile</source>
        <translation>这段时间没有别人跟进此客户</translation>
    </message>
    <message numerus="yes">
        <source>for %n days</source>
        <translation><numerusform>%n 天</numerusform></translation>
    </message>
    <message>
        <source>Give it &amp;up again</source>
        <translation>放弃跟进(&amp;U)</translation>
    </message>
    <message>
        <source>Let others chase it again</source>
        <translation>让别人可以跟进</translation>
    </message>
</context>
<context>
    <name>Claiming</name>
    <message>
        <source>Asked for. It is yours once the centre says so; whoever asked there first holds it.</source>
        <translation>已申请。中心确认后由您跟进；谁先申请到，就由谁跟进。</translation>
    </message>
    <message>
        <source>Given up. Others may chase it again after the next exchange.</source>
        <translation>已放弃。下次同步之后别人可以跟进。</translation>
    </message>
</context>
<context>
    <name>ClassificationsSection</name>
    <message>
        <source>Classifications</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Add an entry beside this one</source>
        <translation>在此条目旁添加条目</translation>
    </message>
    <message>
        <source>Add &amp;below</source>
        <translation>添加下级(&amp;B)</translation>
    </message>
    <message>
        <source>Add an entry below this one</source>
        <translation>在此条目下添加条目</translation>
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
        <translation>{count} 级</translation>
    </message>
    <message>
        <source>1 level</source>
        <translation>1 级</translation>
    </message>
    <message>
        <source>Levels of &amp;industry</source>
        <translation>行业级数(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Entries of</source>
        <translation>条目(&amp;E)</translation>
    </message>
    <message>
        <source>Type any part of a name or code</source>
        <translation>输入名称或代码的任意部分</translation>
    </message>
    <message>
        <source>Search the entries</source>
        <translation>搜索条目</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>A supermarket is then classified as: {path}</source>
        <translation>超市将归类为：{path}</translation>
    </message>
    <message>
        <source>&amp;Offer again</source>
        <translation>重新启用(&amp;O)</translation>
    </message>
    <message>
        <source>Stop o&amp;ffering</source>
        <translation>停用(&amp;F)</translation>
    </message>
    <message>
        <source>Records that carry this entry keep it either way</source>
        <translation>使用此条目的记录不受影响</translation>
    </message>
    <message>
        <source>The names of the national standard GB/T 4754-2017 stay as they are; add entries of your own below them.</source>
        <translation>国家标准 GB/T 4754-2017 的名称保持不变；可在其下添加自己的条目。</translation>
    </message>
    <message>
        <source>F2 renames an entry. Records that carry it show the new name at once.</source>
        <translation>按 F2 重命名条目。使用它的记录立即显示新名称。</translation>
    </message>
    <message>
        <source>Renamed to {name}.</source>
        <translation>已重命名为 {name}。</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>新条目</translation>
    </message>
    <message>
        <source>Added {code}.</source>
        <translation>已添加 {code}。</translation>
    </message>
    <message>
        <source>Moved {name}.</source>
        <translation>已移动 {name}。</translation>
    </message>
    <message>
        <source>{name} is offered again.</source>
        <translation>{name} 已重新启用。</translation>
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
        <translation><numerusform>可能撞单：已有 %n 条相似记录：</numerusform></translation>
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
        <translation>标准列</translation>
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
        <translation>不导入</translation>
    </message>
    <message>
        <source>Field for the column {name}</source>
        <translation>列 {name} 对应的字段</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>您的选择</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>Each row is</source>
        <translation>每行是</translation>
    </message>
    <message>
        <source>Use kept choices</source>
        <translation>使用已保存的选择</translation>
    </message>
    <message>
        <source>Keep these choices as</source>
        <translation>把这些选择存为</translation>
    </message>
    <message>
        <source>They are proposed again for files with the same columns.</source>
        <translation>下次遇到列相同的文件会自动采用。</translation>
    </message>
    <message>
        <source>As proposed</source>
        <translation>按建议</translation>
    </message>
</context>
<context>
    <name>CompanyChoice</name>
    <message>
        <source>Add as a co&amp;de</source>
        <translation>按编号添加(&amp;D)</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Lies under</source>
        <translation>上级</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Companies that come with everything under them</source>
        <translation>连同其下全部内容一起带上的公司</translation>
    </message>
    <message>
        <source>It goes from this laptop with the next exchange; nothing changes at the centre.</source>
        <translation>下次同步时从本机移除；中心的数据不变。</translation>
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
        <translation>您可见的公司中没有此编号</translation>
    </message>
    <message>
        <source>Not on this laptop yet</source>
        <translation>尚不在本机上</translation>
    </message>
    <message>
        <source>A company that is no longer here</source>
        <translation>已不在这里的公司</translation>
    </message>
    <message>
        <source>For a company that is not on this laptop; the next exchange looks for it at the centre.</source>
        <translation>用于不在本机上的公司；下次同步时向中心查找。</translation>
    </message>
    <message>
        <source>Waits for a customer code</source>
        <translation>请先输入客户编号</translation>
    </message>
</context>
<context>
    <name>ConditionButton</name>
    <message>
        <source>Take this condition away  Del</source>
        <translation>移除此条件  Del</translation>
    </message>
</context>
<context>
    <name>ConflictBand</name>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation><numerusform>…还有 %n 项</numerusform></translation>
    </message>
</context>
<context>
    <name>ConflictsPage</name>
    <message>
        <source>Waiting for me</source>
        <translation>待我处理</translation>
    </message>
    <message>
        <source>Everything open</source>
        <translation>全部未解决</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>Edits that wait for a word</source>
        <translation>待确认的修改</translation>
    </message>
    <message>
        <source>What is shown</source>
        <translation>显示内容</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Show everything open</source>
        <translation>显示全部未解决</translation>
    </message>
    <message>
        <source>Arrows walk, Shift chooses several · K keep theirs · M use mine · T type another · A ask</source>
        <translation>方向键移动，Shift 多选 · K 保留对方的 · M 用我的 · T 另行填写 · A 询问</translation>
    </message>
    <message>
        <source>Nothing of this kind is open.</source>
        <translation>没有这类待解决的内容。</translation>
    </message>
    <message>
        <source>Nothing needs an answer. When you and a colleague change the same thing, both values wait here until one of you settles it; nothing is lost and nothing is overwritten.</source>
        <translation>没有需要回答的内容。您和同事改了同一处时，两个值都留在这里，等你们其中一位解决；不会丢失，也不会覆盖。</translation>
    </message>
</context>
<context>
    <name>ConnectForm</name>
    <message>
        <source>&amp;On this computer, without encryption</source>
        <translation>在本机，不加密(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Connect</source>
        <translation>连接(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Try</source>
        <translation>测试(&amp;T)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer)</source>
        <translation>证书 (*.pem *.crt *.cer)</translation>
    </message>
    <message>
        <source>Keys (*.pem *.key)</source>
        <translation>密钥 (*.pem *.key)</translation>
    </message>
    <message>
        <source>File of the company's certificate</source>
        <translation>公司证书的文件</translation>
    </message>
    <message>
        <source>The company's certificate</source>
        <translation>公司证书</translation>
    </message>
    <message>
        <source>File of your certificate</source>
        <translation>您的证书文件</translation>
    </message>
    <message>
        <source>Your certificate</source>
        <translation>您的证书</translation>
    </message>
    <message>
        <source>File of the certificate's key</source>
        <translation>证书密钥的文件</translation>
    </message>
    <message>
        <source>The certificate's key</source>
        <translation>证书的密钥</translation>
    </message>
    <message>
        <source>A centre keeps the work of all colleagues together. You go on working on this computer, with or without a network; what you change is sent, and what others change comes here, every few minutes and whenever you press the button.</source>
        <translation>中心汇集所有同事的工作。您照常在本机工作，有没有网络都可以；您的修改会送出，别人的修改会取回，每隔几分钟一次，也可随时按按钮。</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>地址(&amp;A)</translation>
    </message>
    <message>
        <source>As your administrator told you, with port and database where needed.</source>
        <translation>由管理员告知，必要时包括端口和数据库名。</translation>
    </message>
    <message>
        <source>&amp;Login name</source>
        <translation>登录名(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Kept in this computer's keyring, never in the file.</source>
        <translation>存在本机钥匙串里，不写入文件。</translation>
    </message>
    <message>
        <source>Only if your company issues its own: its file (PEM). Else what this computer trusts is used.</source>
        <translation>只在公司自行签发证书时需要：证书文件（PEM）。否则使用本机信任的证书。</translation>
    </message>
    <message>
        <source>Company ce&amp;rtificate</source>
        <translation>公司证书(&amp;R)</translation>
    </message>
    <message>
        <source>Only if you log in by a certificate of your own: its file (PEM). The password is then that of its key.</source>
        <translation>仅当您用自己的证书登录时：证书文件（PEM）。此时密码是其密钥的密码。</translation>
    </message>
    <message>
        <source>&amp;Your certificate</source>
        <translation>您的证书(&amp;Y)</translation>
    </message>
    <message>
        <source>Its &amp;key</source>
        <translation>证书密钥(&amp;K)</translation>
    </message>
    <message>
        <source>The file of the certificate's private key (PEM). It stays where it is.</source>
        <translation>证书私钥的文件（PEM），留在原处。</translation>
    </message>
    <message>
        <source>Only to try things out: a centre on this very computer.</source>
        <translation>仅供试用：中心就在这台电脑上。</translation>
    </message>
    <message>
        <source>On this computer, without encryption</source>
        <translation>在本机，不加密</translation>
    </message>
    <message>
        <source>Waits for an address and a login name</source>
        <translation>请先填写地址和登录名</translation>
    </message>
    <message>
        <source>Waits for both your certificate and its key</source>
        <translation>需要同时填写证书和密钥</translation>
    </message>
    <message>
        <source>Knocking at the centre …</source>
        <translation>正在联系中心…</translation>
    </message>
    <message>
        <source>The centre lets {name} in. Press Connect to begin.</source>
        <translation>中心允许 {name} 进入。请按“连接”开始。</translation>
    </message>
</context>
<context>
    <name>ConstantsEditor</name>
    <message>
        <source>The same in every row</source>
        <translation>每行都相同</translation>
    </message>
    <message>
        <source>Add a value for every row, such as the country</source>
        <translation>为每行加一个固定值，例如国家</translation>
    </message>
</context>
<context>
    <name>ConversionDialog</name>
    <message>
        <source>Converted {name}.</source>
        <translation>已转化 {name}。</translation>
    </message>
    <message>
        <source>Convert {name}</source>
        <translation>转化 {name}</translation>
    </message>
    <message>
        <source>Convert lead</source>
        <translation>转化线索</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>转化</translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back, as long as nothing was built on it</source>
        <translation>只要还没有后续内容，Ctrl+Z 可以撤销</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Begin an opportunity</source>
        <translation>同时建立商机</translation>
    </message>
    <message>
        <source>120,000 or 12万; other currencies by their sign</source>
        <translation>120,000 或 12万；其他币种写上符号</translation>
    </message>
    <message numerus="yes">
        <source>%n follow-ups go along as activities; the lead keeps its own.</source>
        <translation><numerusform>%n 条跟进一并转为活动；线索保留自己的。</numerusform></translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copy: {what}</source>
        <translation>复制：{what}</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
</context>
<context>
    <name>CoverPage</name>
    <message>
        <source>Open a crmdesk file or a backup</source>
        <translation>打开 crmdesk 文件或备份</translation>
    </message>
    <message>
        <source>crmdesk files and backups (*.store *.db *.backup)</source>
        <translation>crmdesk 文件和备份 (*.store *.db *.backup)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
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
        <translation>同事会在您负责的客户和您的修改上看到它。</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>保护</translation>
    </message>
    <message>
        <source>Encrypted, your customers stay unreadable for whoever finds this computer or a copy of the file.</source>
        <translation>加密后，别人拿到这台电脑或文件副本，也读不到您的客户。</translation>
    </message>
    <message>
        <source>Encrypted, key in this computer's &amp;keyring</source>
        <translation>加密，密钥存入本机钥匙串(&amp;K)</translation>
    </message>
    <message>
        <source>Encrypted with a p&amp;assphrase</source>
        <translation>用密码加密(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Unencrypted</source>
        <translation>不加密(&amp;U)</translation>
    </message>
    <message>
        <source>Nothing to type: your login opens it. Recommended.</source>
        <translation>无需输入：登录系统即可打开。推荐。</translation>
    </message>
    <message>
        <source>This computer offers no keyring.</source>
        <translation>本机没有可用的钥匙串。</translation>
    </message>
    <message>
        <source>You type it at every start.</source>
        <translation>每次启动时输入。</translation>
    </message>
    <message>
        <source>Whoever can read the file can read every customer in it. For trying things out only.</source>
        <translation>能读取该文件的人都能看到里面的所有客户。仅供试用。</translation>
    </message>
    <message>
        <source>&amp;Create</source>
        <translation>创建(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>Waits for the passphrase, typed twice the same</source>
        <translation>请输入密码，两次要相同</translation>
    </message>
</context>
<context>
    <name>CriteriaEditor</name>
    <message>
        <source>New set of criteria</source>
        <translation>新判断标准</translation>
    </message>
    <message>
        <source>Set name</source>
        <translation>标准名称</translation>
    </message>
    <message>
        <source>so many criteria</source>
        <translation>项判断项</translation>
    </message>
    <message>
        <source>percent of the weights</source>
        <translation>占权重的百分比</translation>
    </message>
    <message>
        <source>all criteria</source>
        <translation>全部判断项</translation>
    </message>
    <message>
        <source>Pass mark</source>
        <translation>通过条件</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Passes with</source>
        <translation>通过条件</translation>
    </message>
    <message>
        <source>Leads of this source or industry are offered this set first; without both it is for every lead.</source>
        <translation>来自此来源或行业的线索优先使用此标准；都不选则适用于所有线索。</translation>
    </message>
    <message>
        <source>Leads were judged by this set, so its pass mark stays as it is. A new version may change it.</source>
        <translation>已有线索按此标准评估，通过条件不再改变。可在新版本中修改。</translation>
    </message>
    <message>
        <source>An example stands here once the set has criteria.</source>
        <translation>添加判断项后，这里会显示示例。</translation>
    </message>
    <message>
        <source>Give the set a name.</source>
        <translation>请填写标准名称。</translation>
    </message>
    <message>
        <source>Made the set {name}.</source>
        <translation>已新建标准 {name}。</translation>
    </message>
    <message>
        <source>Changed the set {name}.</source>
        <translation>已修改标准 {name}。</translation>
    </message>
</context>
<context>
    <name>CriteriaSection</name>
    <message>
        <source>Qualification</source>
        <translation>资格评估</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>标准</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Passes with</source>
        <translation>通过条件</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>评估次数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Sets of criteria</source>
        <translation>判断标准</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>判断项</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Knock-out</source>
        <translation>一票否决</translation>
    </message>
    <message>
        <source>Criteria</source>
        <translation>判断项</translation>
    </message>
    <message>
        <source>Make a new &amp;version</source>
        <translation>建立新版本(&amp;V)</translation>
    </message>
    <message>
        <source>A copy takes its place and may be changed; leads judged so far stay with the old one</source>
        <translation>副本取而代之，可以修改；已评估的线索仍保留在旧版本</translation>
    </message>
    <message>
        <source>&amp;New set</source>
        <translation>新建标准(&amp;N)</translation>
    </message>
    <message>
        <source>Make a set of your own</source>
        <translation>新建自己的判断标准</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Change name and pass mark, and for whom it is</source>
        <translation>修改名称、通过条件和适用范围</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>Make a set that asks the same</source>
        <translation>复制出一套相同的标准</translation>
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
        <translation>已按它评估的线索不受影响</translation>
    </message>
    <message>
        <source>&amp;Add criterion</source>
        <translation>添加判断项(&amp;A)</translation>
    </message>
    <message>
        <source>Ask one thing more</source>
        <translation>再增加一个问题</translation>
    </message>
    <message>
        <source>Ed&amp;it</source>
        <translation>编辑(&amp;I)</translation>
    </message>
    <message>
        <source>Change words and weight</source>
        <translation>修改文字和权重</translation>
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
        <translation>停止提问(&amp;T)</translation>
    </message>
    <message>
        <source>The first set that fits a lead is offered first.</source>
        <translation>优先使用最先适合该线索的标准。</translation>
    </message>
    <message>
        <source>no longer offered</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>no longer asked</source>
        <translation>不再提问</translation>
    </message>
    <message>
        <source>&amp;Offer again</source>
        <translation>重新启用(&amp;O)</translation>
    </message>
    <message numerus="yes">
        <source>Leads were judged by it %n times: its words may change, what counts stays.</source>
        <translation><numerusform>已按它评估 %n 次：文字可以修改，计分方式不变。</numerusform></translation>
    </message>
    <message>
        <source>Leads were judged by this set: make a new version of it first</source>
        <translation>已有线索按此标准评估：请先建立新版本</translation>
    </message>
    <message>
        <source>&amp;Ask again</source>
        <translation>恢复提问(&amp;A)</translation>
    </message>
    <message>
        <source>Whether it is asked from now on</source>
        <translation>今后是否提问</translation>
    </message>
    <message>
        <source>Copied {name}.</source>
        <translation>已复制 {name}。</translation>
    </message>
    <message>
        <source>A new version of {name} is offered from now on.</source>
        <translation>今后使用 {name} 的新版本。</translation>
    </message>
    <message>
        <source>Moved {name}.</source>
        <translation>已移动 {name}。</translation>
    </message>
    <message>
        <source>{name} is offered again.</source>
        <translation>{name} 已重新启用。</translation>
    </message>
    <message>
        <source>{name} is no longer offered.</source>
        <translation>{name} 已停用。</translation>
    </message>
    <message>
        <source>{name} is asked again.</source>
        <translation>{name} 恢复提问。</translation>
    </message>
    <message>
        <source>{name} is no longer asked.</source>
        <translation>{name} 不再提问。</translation>
    </message>
</context>
<context>
    <name>CriterionEditor</name>
    <message>
        <source>New criterion</source>
        <translation>新判断项</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>判断项</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>&amp;Knock-out: a no fails, whatever else is answered</source>
        <translation>一票否决：答“否”即不通过，无论其他回答如何(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Weight</source>
        <translation>权重(&amp;W)</translation>
    </message>
    <message>
        <source>A yes counts the weight, partly half of it. An empty text falls back to another language.</source>
        <translation>“是”计全部权重，“部分”计一半。某种语言留空时显示另一种语言的文字。</translation>
    </message>
    <message>
        <source>Leads were judged by this set, so weight and knock-out stay as they are. A new version may change them.</source>
        <translation>已有线索按此标准评估，权重和一票否决不再改变。可在新版本中修改。</translation>
    </message>
    <message>
        <source>Give the criterion a name.</source>
        <translation>请填写判断项名称。</translation>
    </message>
    <message>
        <source>Added the criterion {name}.</source>
        <translation>已添加判断项 {name}。</translation>
    </message>
    <message>
        <source>Changed the criterion {name}.</source>
        <translation>已修改判断项 {name}。</translation>
    </message>
</context>
<context>
    <name>DataSection</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>&amp;Check everything</source>
        <translation>全面检查(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Repair</source>
        <translation>修复(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Forget</source>
        <translation>忘记(&amp;F)</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Encrypted; the key is in this computer's keyring. Your login opens it.</source>
        <translation>已加密；密钥在本机钥匙串里，登录系统即可打开。</translation>
    </message>
    <message>
        <source>Encrypted with a passphrase, asked for at every start.</source>
        <translation>已用密码加密，每次启动时输入。</translation>
    </message>
    <message>
        <source>Unencrypted: whoever can read the file can read every customer in it.</source>
        <translation>未加密：能读取该文件的人都能看到里面的所有客户。</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>保护</translation>
    </message>
    <message>
        <source>Leave the demo, &amp;use my own customers</source>
        <translation>离开演示，使用自己的客户(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Open another file …</source>
        <translation>打开其他文件(&amp;O)…</translation>
    </message>
    <message>
        <source>Is everything sound?</source>
        <translation>数据都完好吗？</translation>
    </message>
    <message>
        <source>Reads the whole file and checks every rule. You can work on meanwhile.</source>
        <translation>读取整个文件，检查每条规则。期间可以继续工作。</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>What import remembers</source>
        <translation>导入记住的列对应</translation>
    </message>
    <message>
        <source>Nothing yet. When you import a file, its columns can be remembered under a name.</source>
        <translation>还没有。导入文件时，可以把列对应命名保存。</translation>
    </message>
    <message>
        <source>Remembered columns</source>
        <translation>已保存的列对应</translation>
    </message>
    <message>
        <source>Open a crmdesk file or a backup</source>
        <translation>打开 crmdesk 文件或备份</translation>
    </message>
    <message>
        <source>crmdesk files and backups (*.store *.db *.backup)</source>
        <translation>crmdesk 文件和备份 (*.store *.db *.backup)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Checking the file</source>
        <translation>正在检查文件</translation>
    </message>
    <message>
        <source>Everything is sound.</source>
        <translation>一切完好。</translation>
    </message>
    <message numerus="yes">
        <source>%n findings:</source>
        <translation><numerusform>%n 个问题：</numerusform></translation>
    </message>
    <message>
        <source>Repaired. Checking once more.</source>
        <translation>已修复。正在再次检查。</translation>
    </message>
    <message>
        <source>The columns of {name} are forgotten.</source>
        <translation>{name} 的列对应已忘记。</translation>
    </message>
</context>
<context>
    <name>DateInput</name>
    <message>
        <source>Choose a day</source>
        <translation>选择日期</translation>
    </message>
</context>
<context>
    <name>DevelopedDialog</name>
    <message>
        <source>New customers</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>期间</translation>
    </message>
    <message>
        <source>Developed by</source>
        <translation>开发人</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Save as a table …</source>
        <translation>另存为表格…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n new customers</source>
        <translation><numerusform>%n 家新客户</numerusform></translation>
    </message>
    <message>
        <source>{new}, {sites} new sites of known ones</source>
        <translation>{new}，老客户的新地点 {sites} 个</translation>
    </message>
    <message>
        <source>Nobody became a customer in this period. Leads become customers when they are converted.</source>
        <translation>这一期间没有新客户。线索转化后成为客户。</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>已保存{name}。</translation>
    </message>
</context>
<context>
    <name>DisqualifyDialog</name>
    <message>
        <source>Disqualify {name}</source>
        <translation>判 {name} 为无效</translation>
    </message>
    <message numerus="yes">
        <source>Disqualify %n leads</source>
        <translation><numerusform>判 %n 条线索为无效</numerusform></translation>
    </message>
    <message>
        <source>Disqualify</source>
        <translation>判为无效</translation>
    </message>
    <message>
        <source>It will not become a customer, as far as one knows now  Ctrl+Enter</source>
        <translation>就目前所知不会成为客户  Ctrl+Enter</translation>
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
        <translation>请选择原因：下一个接触此线索的人需要知道。</translation>
    </message>
    <message>
        <source>“{text}” is no date. Type one like 2026-12-31.</source>
        <translation>“{text}”不是日期。请写成 2026-12-31 这样。</translation>
    </message>
    <message>
        <source>Disqualified {name}.</source>
        <translation>已将 {name} 判为无效。</translation>
    </message>
    <message numerus="yes">
        <source>Disqualified %n leads.</source>
        <translation><numerusform>已将 %n 条线索判为无效。</numerusform></translation>
    </message>
</context>
<context>
    <name>DuplicateDesk</name>
    <message>
        <source>Searching for duplicates</source>
        <translation>正在查找重复</translation>
    </message>
    <message>
        <source>The search for duplicates was stopped. What the last one found is still here.</source>
        <translation>查找重复已停止。上次的结果仍在这里。</translation>
    </message>
</context>
<context>
    <name>DuplicatesPage</name>
    <message>
        <source>Remembered: not a duplicate.</source>
        <translation>已记住：不是重复。</translation>
    </message>
    <message>
        <source>Search for duplicates</source>
        <translation>查找重复</translation>
    </message>
    <message>
        <source>Compare every company and site with those like it; you can go on working meanwhile</source>
        <translation>把每家公司、每个地点与相似的对比；期间可以继续工作</translation>
    </message>
    <message>
        <source>Stop searching</source>
        <translation>停止查找</translation>
    </message>
    <message>
        <source>The last result stays</source>
        <translation>保留上次的结果</translation>
    </message>
    <message>
        <source>Groups of possible duplicates</source>
        <translation>可能重复的分组</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>记录类型</translation>
    </message>
    <message>
        <source>Which groups are shown</source>
        <translation>显示哪些分组</translation>
    </message>
    <message>
        <source>Companies and sites</source>
        <translation>公司和地点</translation>
    </message>
    <message>
        <source>Choose a group to see its records side by side.</source>
        <translation>选择一组，并排查看其中的记录。</translation>
    </message>
    <message>
        <source>Searching. You can go on working; the groups appear here at the end.</source>
        <translation>正在查找。可以继续工作，结束后结果显示在这里。</translation>
    </message>
    <message>
        <source>No duplicates are left there.</source>
        <translation>那里没有重复记录了。</translation>
    </message>
    <message>
        <source>No duplicates are left.</source>
        <translation>没有重复了。</translation>
    </message>
    <message>
        <source>The store was not searched yet. Companies and sites are compared by name, credit code, phone and premises; two sites of one company are no duplicates unless they share an address.</source>
        <translation>还没有查找过。公司和地点按名称、信用代码、电话和所在处比较；同一家公司的两个地点，地址相同才算重复。</translation>
    </message>
    <message numerus="yes">
        <source>%n groups</source>
        <translation><numerusform>%n 组</numerusform></translation>
    </message>
    <message>
        <source>{groups} of the search of {time}; searching again …</source>
        <translation>{time} 查找：{groups}；正在重新查找…</translation>
    </message>
    <message>
        <source>{groups} of the search of {time} over {count} records</source>
        <translation>{time} 查找了 {count} 条记录：{groups}</translation>
    </message>
    <message>
        <source>{summary}; {skipped} share a key with too many others and were compared by other keys only</source>
        <translation>{summary}；另有 {skipped} 条与太多记录有相同之处，只按其他内容比较</translation>
    </message>
</context>
<context>
    <name>EditorDialog</name>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save  Ctrl+Enter</source>
        <translation>保存  Ctrl+Enter</translation>
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
        <translation>表示空的文字</translation>
    </message>
    <message>
        <source>such as Select, N/A, -</source>
        <translation>例如 请选择、N/A、-</translation>
    </message>
    <message>
        <source>Cells that hold nothing else count as empty.</source>
        <translation>只含这些文字的单元格视为空。</translation>
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
        <translation>送出您的修改，取回别人的修改</translation>
    </message>
    <message>
        <source>Stop the exchange; what is done is done, the rest follows next time</source>
        <translation>停止同步；已完成的保留，其余下次再做</translation>
    </message>
    <message>
        <source>Stop the exchange</source>
        <translation>停止同步</translation>
    </message>
    <message>
        <source>Exchange with the centre</source>
        <translation>与中心同步</translation>
    </message>
    <message numerus="yes">
        <source>%n on their way</source>
        <translation><numerusform>%n 项待送达</numerusform></translation>
    </message>
    <message>
        <source>{waiting} customers and entries with changes are saved here only, {sent} were sent and are not confirmed yet</source>
        <translation>{waiting} 项有修改的客户和内容只保存在本机，{sent} 项已送出、尚未确认</translation>
    </message>
    <message numerus="yes">
        <source>%n need you</source>
        <translation><numerusform>%n 项待您处理</numerusform></translation>
    </message>
    <message>
        <source>Two changed the same thing, or a colleague's edit waits for your word</source>
        <translation>两人改了同一处，或同事的修改等您确认</translation>
    </message>
    <message>
        <source>not exchanged</source>
        <translation>未同步</translation>
    </message>
    <message numerus="yes">
        <source>%n news</source>
        <translation><numerusform>%n 条新动态</numerusform></translation>
    </message>
    <message>
        <source>{when} · {news}</source>
        <translation>{when} · {news}</translation>
    </message>
    <message>
        <source>What others changed; centre: {name}</source>
        <translation>别人的修改；中心：{name}</translation>
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
        <translation>新动态</translation>
    </message>
    <message>
        <source>On their way</source>
        <translation>待送达</translation>
    </message>
    <message>
        <source>Held by me</source>
        <translation>由我跟进</translation>
    </message>
    <message>
        <source>Next and previous part: Ctrl+PgDown, Ctrl+PgUp</source>
        <translation>下一页：Ctrl+PgDown，上一页：Ctrl+PgUp</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>PNG picture for print (*.png)</source>
        <translation>打印用 PNG 图片 (*.png)</translation>
    </message>
    <message>
        <source>SVG drawing (*.svg)</source>
        <translation>SVG 矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>PDF document (*.pdf)</source>
        <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG 图片 (*.png)</translation>
    </message>
</context>
<context>
    <name>ExportWizard</name>
    <message>
        <source>Export to a database</source>
        <translation>导出到数据库</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>导出到哪里</translation>
    </message>
    <message>
        <source>Check what would be written</source>
        <translation>检查将写入的内容</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Comparing with {name}. Nothing is written.</source>
        <translation>正在与 {name} 对比。不会写入。</translation>
    </message>
    <message>
        <source>Exporting to {name}</source>
        <translation>正在导出到 {name}</translation>
    </message>
    <message>
        <source>There is nothing to write.</source>
        <translation>没有要写入的内容。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止。没有写入。</translation>
    </message>
</context>
<context>
    <name>FileField</name>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>FilePage</name>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Drop a file of customers or leads here: .csv, .xlsx, .xls, .ods, .et or text. Nothing is changed before you say so.</source>
        <translation>把客户或线索文件拖到这里：.csv、.xlsx、.xls、.ods、.et 或文本。在您确认之前不会改动任何内容。</translation>
    </message>
    <message>
        <source>Choose another file…</source>
        <translation>选择其他文件…</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>分隔符</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>Import customers or leads</source>
        <translation>导入客户或线索</translation>
    </message>
    <message>
        <source>Tables and text (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.et *.gz *.bz2)</source>
        <translation>表格和文本 (*.csv *.tsv *.txt *.xlsx *.xls *.ods *.et *.gz *.bz2)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>The encoding is not certain. Look at the rows below, and choose another one if they do not read well.</source>
        <translation>编码不能确定。请看下面的行，如有乱码请换一种编码。</translation>
    </message>
    <message>
        <source>{size} · {folder}</source>
        <translation>{size} · {folder}</translation>
    </message>
    <message>
        <source>No row holds the names of the columns. If one does, click its number.</source>
        <translation>没有一行是列名。如果有，请点击它的行号。</translation>
    </message>
    <message>
        <source>Row {row} holds the names of the columns. To change that, click the number of another row.</source>
        <translation>第 {row} 行是列名。要更改，请点击另一行的行号。</translation>
    </message>
    <message>
        <source>Files with these columns are known; they are understood as in “{name}”.</source>
        <translation>认得有这些列的文件，各列按“{name}”理解。</translation>
    </message>
    <message>
        <source>You imported such a file before; its columns are understood as in “{name}”.</source>
        <translation>您导入过这样的文件，各列按“{name}”理解。</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Follow up {name}</source>
        <translation>跟进 {name}</translation>
    </message>
    <message numerus="yes">
        <source>Follow up %n leads</source>
        <translation><numerusform>跟进 %n 条线索</numerusform></translation>
    </message>
    <message>
        <source>What happened?</source>
        <translation>发生了什么？</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>没有计划</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the follow-up  Ctrl+Enter</source>
        <translation>保存跟进  Ctrl+Enter</translation>
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
        <translation><numerusform>%n 天后</numerusform></translation>
    </message>
    <message>
        <source>“{text}” is no date. Type one like 2026-12-31.</source>
        <translation>“{text}”不是日期。请写成 2026-12-31 这样。</translation>
    </message>
    <message>
        <source>Followed up {name}.</source>
        <translation>已跟进 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>Followed up %n leads.</source>
        <translation><numerusform>已跟进 %n 条线索。</numerusform></translation>
    </message>
</context>
<context>
    <name>GeneralSection</name>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>&amp;Restart now</source>
        <translation>立即重启(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>外观(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Size of everything</source>
        <translation>整体大小(&amp;S)</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>下次启动时生效。</translation>
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
        <translation>合并…</translation>
    </message>
    <message>
        <source>Make one record of the group  M</source>
        <translation>把本组合并为一条记录  M</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>不是重复</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Show the chosen record on the page of accounts  Enter</source>
        <translation>在客户页面查看所选记录  Enter</translation>
    </message>
    <message numerus="yes">
        <source>%n records that may be one</source>
        <translation><numerusform>%n 条记录可能是同一个</numerusform></translation>
    </message>
    <message>
        <source>Remember that these two are different  N</source>
        <translation>记住这两条不是同一个  N</translation>
    </message>
    <message>
        <source>Remember that the chosen record is another than the rest  N</source>
        <translation>记住所选记录与其余不是同一个  N</translation>
    </message>
    <message>
        <source>Why {name} stands here</source>
        <translation>{name} 为什么在这里</translation>
    </message>
    <message>
        <source>It is like another record of the group.</source>
        <translation>它与本组另一条记录相似。</translation>
    </message>
    <message>
        <source>{number}. {name} beside {other_number}. {other} – {score} %</source>
        <translation>{number}. {name} 与 {other_number}. {other} 对比 – {score}%</translation>
    </message>
</context>
<context>
    <name>GroupPictureWindow</name>
    <message>
        <source>Reading the group…</source>
        <translation>正在读取集团…</translation>
    </message>
    <message>
        <source>{name} – the whole group</source>
        <translation>{name} – 整个集团</translation>
    </message>
    <message>
        <source>There is nothing to size a picture by: {name} has no figure for “{measure}”. The org chart needs none.</source>
        <translation>没有可定大小的数字：{name} 没有“{measure}”。组织架构图不需要数字。</translation>
    </message>
    <message>
        <source>{shown} of {count} companies and sites; the rest comes when you go into a node</source>
        <translation>共 {count} 个公司和地点，显示 {shown} 个；进入下级可看其余</translation>
    </message>
    <message>
        <source>{count} companies and sites</source>
        <translation>{count} 个公司和地点</translation>
    </message>
    <message>
        <source>{name} – by {measure}</source>
        <translation>{name} – 按{measure}</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已存为 {name}。</translation>
    </message>
    <message>
        <source>Show the org chart</source>
        <translation>显示组织架构图</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>What the colours mean</source>
        <translation>颜色说明</translation>
    </message>
    <message>
        <source>The whole group</source>
        <translation>整个集团</translation>
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
        <translation>记录</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Decided meanwhile.</source>
        <translation>期间已处理。</translation>
    </message>
</context>
<context>
    <name>HandOutDialog</name>
    <message numerus="yes">
        <source>Assign %n records</source>
        <translation><numerusform>分配 %n 条记录</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n records are with {person} now.</source>
        <translation><numerusform>%n 条记录现由 {person} 负责。</numerusform></translation>
    </message>
</context>
<context>
    <name>HeldTab</name>
    <message numerus="yes">
        <source>%n customers</source>
        <translation><numerusform>%n 个客户</numerusform></translation>
    </message>
    <message>
        <source>You hold nothing. Before you travel, choose “Take with me” in a customer's menu: nobody else chases it until you are back.</source>
        <translation>没有由您跟进的客户。出差前在客户的菜单里选“暂由我跟进”：您回来之前没有别人跟进它。</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>跟进人</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>What I hold</source>
        <translation>由我跟进的客户</translation>
    </message>
    <message>
        <source>Give &amp;up</source>
        <translation>放弃跟进(&amp;U)</translation>
    </message>
    <message>
        <source>Let others chase it again</source>
        <translation>让别人可以跟进</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Show the customer on the page of accounts  Enter</source>
        <translation>在客户页面查看该客户  Enter</translation>
    </message>
</context>
<context>
    <name>Hint</name>
    <message>
        <source>Choose a company or a site in the tree to see it here.</source>
        <translation>在左边的树里选择公司或地点，这里显示详情。</translation>
    </message>
    <message>
        <source>search for a company, site or person</source>
        <translation>搜索公司、地点或联系人</translation>
    </message>
    <message>
        <source>enter a new company or site</source>
        <translation>新建公司或地点</translation>
    </message>
    <message>
        <source>go from the tree into the record</source>
        <translation>从树进入详情</translation>
    </message>
    <message>
        <source>rename in the tree</source>
        <translation>在树里重命名</translation>
    </message>
    <message>
        <source>open everything below a company</source>
        <translation>展开公司的所有下级</translation>
    </message>
    <message>
        <source>take back what was done last</source>
        <translation>撤销上一步操作</translation>
    </message>
</context>
<context>
    <name>HistoryTab</name>
    <message>
        <source>Nothing was changed here yet.</source>
        <translation>这里还没有改动。</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>…还有 {count} 项</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>有人</translation>
    </message>
    <message>
        <source>{who} imported {label}</source>
        <translation>{who} 导入了 {label}</translation>
    </message>
    <message>
        <source>{who} took back an action</source>
        <translation>{who} 撤销了一步操作</translation>
    </message>
    <message>
        <source>{who} did an action again</source>
        <translation>{who} 重做了一步操作</translation>
    </message>
    <message>
        <source>{who} merged {label}</source>
        <translation>{who} 合并了 {label}</translation>
    </message>
    <message>
        <source>{who} settled: {fields}</source>
        <translation>{who} 解决了冲突：{fields}</translation>
    </message>
    <message>
        <source>{who} created this record</source>
        <translation>{who} 创建了此记录</translation>
    </message>
    <message>
        <source>{who} added: {what}</source>
        <translation>{who} 添加了：{what}</translation>
    </message>
    <message>
        <source>{who} deleted: {what}</source>
        <translation>{who} 删除了：{what}</translation>
    </message>
    <message>
        <source>{who} changed: {fields}</source>
        <translation>{who} 修改了：{fields}</translation>
    </message>
    <message>
        <source>{text} · from the centre</source>
        <translation>{text} · 来自中心</translation>
    </message>
    <message>
        <source>{text} (taken back)</source>
        <translation>{text}（已撤销）</translation>
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
        <translation>您的修改已记下，{name} 导入结束后立即保存。</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>正在导入 {name}</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take the whole import back</source>
        <translation>撤销整个导入</translation>
    </message>
    <message>
        <source>Show result</source>
        <translation>查看结果</translation>
    </message>
    <message>
        <source>The import of {name} was stopped. Nothing was changed.</source>
        <translation>{name} 的导入已停止。没有做任何改动。</translation>
    </message>
    <message>
        <source>The import of {name} was undone.</source>
        <translation>{name} 的导入已撤销。</translation>
    </message>
    <message numerus="yes">
        <source>The import of {name} was undone, except for %n records that were changed since.</source>
        <translation><numerusform>{name} 的导入已撤销，之后被修改过的 %n 条记录除外。</numerusform></translation>
    </message>
    <message>
        <source>Undoing the import was stopped. Nothing was changed.</source>
        <translation>撤销导入已停止。没有做任何改动。</translation>
    </message>
</context>
<context>
    <name>ImportWizard</name>
    <message>
        <source>Import customers or leads</source>
        <translation>导入客户或线索</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Continue to the columns</source>
        <translation>下一步：列对应</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列对应</translation>
    </message>
    <message>
        <source>Who gets them</source>
        <translation>分给谁</translation>
    </message>
    <message>
        <source>Check what would happen</source>
        <translation>预览结果</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Continue to where they go</source>
        <translation>继续：分到哪里</translation>
    </message>
    <message>
        <source>Show the customers</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>Show the pool</source>
        <translation>查看公海</translation>
    </message>
    <message>
        <source>Show the leads</source>
        <translation>查看线索</translation>
    </message>
    <message>
        <source>An import is being undone. Wait until that has ended.</source>
        <translation>正在撤销一次导入。请等它结束。</translation>
    </message>
    <message>
        <source>An import is under way. Wait until it has ended.</source>
        <translation>导入正在进行。请等它结束。</translation>
    </message>
    <message>
        <source>Choose a file first.</source>
        <translation>请先选择文件。</translation>
    </message>
    <message>
        <source>Checking {name}. Nothing is changed.</source>
        <translation>正在检查 {name}。没有任何改动。</translation>
    </message>
    <message>
        <source>What the import would do. Nothing is changed so far.</source>
        <translation>导入将做什么。目前没有任何改动。</translation>
    </message>
    <message>
        <source>There is nothing to import: no row would create or change anything.</source>
        <translation>没有可导入的内容：没有一行会创建或更改记录。</translation>
    </message>
    <message>
        <source>Importing {name}</source>
        <translation>正在导入 {name}</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing was changed.</source>
        <translation>导入已停止。没有做任何改动。</translation>
    </message>
</context>
<context>
    <name>ImportingPage</name>
    <message>
        <source>You can close this and go on working: the line at the bottom of the window shows how far it is. Searching and reading work as ever; what you change meanwhile is saved when the import has ended.</source>
        <translation>可以关闭这里继续工作：窗口底部会显示进度。搜索和查看照常；期间所做的修改在导入结束后保存。</translation>
    </message>
</context>
<context>
    <name>InlineEdit</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>JoinsForm</name>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
    <message>
        <source>A new record, or one that exists: only its empty fields are filled</source>
        <translation>新建，或选已有的：只补空白处</translation>
    </message>
    <message>
        <source>Name of the new record</source>
        <translation>新记录的名称</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>快捷键</translation>
    </message>
</context>
<context>
    <name>LeadBoard</name>
    <message>
        <source>Drag cards, or move them with Alt+Left and Alt+Right; Ctrl and Shift select several</source>
        <translation>拖动卡片，或用 Alt+←、Alt+→ 移动；按住 Ctrl 或 Shift 可多选</translation>
    </message>
</context>
<context>
    <name>LeadDeeds</name>
    <message>
        <source>Each lead is qualified by its own answers: move them one by one.</source>
        <translation>每条线索按各自的回答评估，请逐条移动。</translation>
    </message>
    <message numerus="yes">
        <source>%n leads: {status}</source>
        <translation><numerusform>%n 条线索：{status}</numerusform></translation>
    </message>
    <message>
        <source>Claim {name}</source>
        <translation>领取 {name}</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>领取</translation>
    </message>
    <message>
        <source>Claim all the same</source>
        <translation>仍然领取</translation>
    </message>
    <message>
        <source>Asked for {name}; it is yours when the centre says so.</source>
        <translation>已申请 {name}；经中心确认后归您负责。</translation>
    </message>
    <message numerus="yes">
        <source>Asked for %n leads; they are yours when the centre says so.</source>
        <translation><numerusform>已申请 %n 条线索；经中心确认后归您负责。</numerusform></translation>
    </message>
    <message>
        <source>Claimed {name}.</source>
        <translation>已领取 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>Claimed %n leads.</source>
        <translation><numerusform>已领取 %n 条线索。</numerusform></translation>
    </message>
    <message>
        <source>Took back the claim of {name}.</source>
        <translation>已撤回对 {name} 的领取。</translation>
    </message>
    <message>
        <source>Took up {name} again.</source>
        <translation>已重新拾起 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>Took up %n leads again.</source>
        <translation><numerusform>已重新拾起 %n 条线索。</numerusform></translation>
    </message>
    <message>
        <source>Deleted {name}.</source>
        <translation>已删除 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>Deleted %n leads.</source>
        <translation><numerusform>已删除 %n 条线索。</numerusform></translation>
    </message>
    <message>
        <source>&amp;Claim</source>
        <translation>领取(&amp;C)</translation>
    </message>
    <message>
        <source>Take it from its pool and look after it</source>
        <translation>从公海领取并负责跟进</translation>
    </message>
    <message>
        <source>&amp;Release to a pool …</source>
        <translation>释放到公海(&amp;R)…</translation>
    </message>
    <message>
        <source>Give it up, so that others can claim it</source>
        <translation>放弃，让其他人可以领取</translation>
    </message>
    <message>
        <source>&amp;Assign to …</source>
        <translation>分配给(&amp;A)…</translation>
    </message>
    <message>
        <source>Give it to a person</source>
        <translation>交给一个人</translation>
    </message>
    <message>
        <source>&amp;Disqualify …</source>
        <translation>判为无效(&amp;D)…</translation>
    </message>
    <message>
        <source>Say why it will not become a customer, and when to look again</source>
        <translation>说明为何不会成为客户，以及何时再看</translation>
    </message>
    <message>
        <source>Take &amp;up again</source>
        <translation>重新拾起(&amp;U)</translation>
    </message>
    <message>
        <source>Work on it again although it was disqualified</source>
        <translation>虽已判为无效，仍重新跟进</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>Delete it with its follow-ups; it can be undone</source>
        <translation>连同跟进一起删除；可撤销</translation>
    </message>
    <message>
        <source>It was converted and is only read now</source>
        <translation>已转化，现在只读</translation>
    </message>
    <message>
        <source>It is yours already, or you asked for it</source>
        <translation>已归您负责，或您已申请</translation>
    </message>
    <message>
        <source>{owner} has it</source>
        <translation>由 {owner} 负责</translation>
    </message>
    <message>
        <source>Only who has it can release it</source>
        <translation>只有负责人可以释放</translation>
    </message>
    <message>
        <source>It is disqualified already</source>
        <translation>已判为无效</translation>
    </message>
    <message>
        <source>It is not disqualified</source>
        <translation>未判为无效</translation>
    </message>
</context>
<context>
    <name>LeadFilterBar</name>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>With</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>Source …</source>
        <translation>来源…</translation>
    </message>
    <message>
        <source>Industry …</source>
        <translation>行业…</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>市场活动</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Not spoken to</source>
        <translation>未跟进</translation>
    </message>
    <message>
        <source>Filled</source>
        <translation>资料完整度</translation>
    </message>
    <message>
        <source>At least {percent} %</source>
        <translation>至少 {percent} %</translation>
    </message>
    <message>
        <source>Take all conditions away</source>
        <translation>移除全部条件</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Add a condition to the list  Ctrl+Shift+F</source>
        <translation>给列表添加条件  Ctrl+Shift+F</translation>
    </message>
</context>
<context>
    <name>LeadHead</name>
    <message>
        <source>No lead of this list is called that.</source>
        <translation>这个列表里没有这样的线索。</translation>
    </message>
    <message>
        <source>No lead of this list meets all conditions. Take one away to see more.</source>
        <translation>此列表中没有线索满足全部条件。移除一个条件可看到更多。</translation>
    </message>
    <message>
        <source>Name, person, phone, city …</source>
        <translation>名称、联系人、电话、城市…</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>Cards in columns by status</source>
        <translation>按状态分列的卡片</translation>
    </message>
    <message>
        <source>New lead</source>
        <translation>新建线索</translation>
    </message>
    <message>
        <source>Enter a company or person that may become a customer</source>
        <translation>录入可能成为客户的公司或个人</translation>
    </message>
</context>
<context>
    <name>LeadPanel</name>
    <message>
        <source>Convert {name}</source>
        <translation>转化 {name}</translation>
    </message>
    <message>
        <source>Convert all the same</source>
        <translation>仍然转化</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save this lead  Ctrl+S</source>
        <translation>保存此线索  Ctrl+S</translation>
    </message>
    <message>
        <source>Follow up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>What happened, what comes next, when  {key}</source>
        <translation>发生了什么、下一步、何时  {key}</translation>
    </message>
    <message>
        <source>Qualify</source>
        <translation>资格评估</translation>
    </message>
    <message>
        <source>Ask, note, see where it stands, decide</source>
        <translation>提问、记录、看结果、下结论</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>更多操作</translation>
    </message>
    <message>
        <source>Parts of the lead</source>
        <translation>线索的各部分</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Follow-ups</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Nobody spoke to this lead yet.</source>
        <translation>还没有人跟进过这条线索。</translation>
    </message>
    <message>
        <source>{percent} % filled</source>
        <translation>完整度 {percent}%</translation>
    </message>
    <message>
        <source>Became a customer: {links}</source>
        <translation>已成为客户：{links}</translation>
    </message>
    <message>
        <source>Undo the conversion</source>
        <translation>撤销转化</translation>
    </message>
    <message>
        <source>Convert</source>
        <translation>转化</translation>
    </message>
    <message>
        <source>Make it a customer</source>
        <translation>转为客户</translation>
    </message>
    <message>
        <source>Qualify it first, then make it a customer</source>
        <translation>先评估资格，再转为客户</translation>
    </message>
    <message>
        <source>Make it a lead again, as long as nothing was built on it</source>
        <translation>只要还没有后续内容，可以变回线索</translation>
    </message>
</context>
<context>
    <name>LeadViewList</name>
    <message>
        <source>Save this view as</source>
        <translation>将此视图保存为</translation>
    </message>
    <message>
        <source>Rename the view</source>
        <translation>重命名视图</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>List of leads</source>
        <translation>线索列表</translation>
    </message>
    <message>
        <source>Which leads are shown</source>
        <translation>显示哪些线索</translation>
    </message>
    <message>
        <source>Save, rename or delete a view</source>
        <translation>保存、重命名或删除视图</translation>
    </message>
    <message>
        <source>Save this view as …</source>
        <translation>将此视图另存为…</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Delete this view</source>
        <translation>删除此视图</translation>
    </message>
    <message>
        <source>Begin with this list</source>
        <translation>打开时显示此列表</translation>
    </message>
</context>
<context>
    <name>LeadsPage</name>
    <message>
        <source>The leads go to</source>
        <translation>线索分到</translation>
    </message>
    <message>
        <source>Hand them out</source>
        <translation>分配给多人</translation>
    </message>
    <message>
        <source>Leads that are there already</source>
        <translation>已存在的线索</translation>
    </message>
    <message>
        <source>A row that names its owner goes to him, whatever is chosen here.</source>
        <translation>行里写明负责人的，归该负责人，不受此处选择影响。</translation>
    </message>
    <message>
        <source>Add sources that are not in the list of sources yet</source>
        <translation>把来源列表中还没有的来源加进去</translation>
    </message>
    <message>
        <source>no, all to the same</source>
        <translation>否，全部归同一处</translation>
    </message>
    <message>
        <source>to several people in turn</source>
        <translation>轮流分给多人</translation>
    </message>
    <message>
        <source>to a person by province or city</source>
        <translation>按省份或城市分给负责人</translation>
    </message>
    <message>
        <source>to a person by industry</source>
        <translation>按行业分给负责人</translation>
    </message>
    <message>
        <source>are left out</source>
        <translation>不导入</translation>
    </message>
    <message>
        <source>get what is empty in them filled</source>
        <translation>补全其中的空白项</translation>
    </message>
    <message>
        <source>are imported a second time</source>
        <translation>再次导入</translation>
    </message>
    <message>
        <source>A lead is there already when its number in the other system, mail address, phone, or company and person are the same. Rows whose company is a customer are treated alike; nothing of a customer is changed.</source>
        <translation>外部编号、邮箱、电话，或者公司和联系人相同，即视为线索已存在。公司已是客户的行按同样方式处理；客户资料不会改动。</translation>
    </message>
    <message>
        <source>Choose who gets leads.</source>
        <translation>请选择分给谁。</translation>
    </message>
    <message>
        <source>Say which leads go to whom, in one line at least.</source>
        <translation>请至少填一行，说明哪些线索分给谁。</translation>
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
        <translation>其余分给</translation>
    </message>
    <message>
        <source>Everybody ticked gets as many as the others.</source>
        <translation>勾选的每个人分到的数量相同。</translation>
    </message>
    <message>
        <source>Those no line above speaks of, or whose place or industry is not known.</source>
        <translation>上面各行未涉及的，或地区、行业未知的。</translation>
    </message>
    <message numerus="yes">
        <source>%n leads</source>
        <translation><numerusform>%n 条线索</numerusform></translation>
    </message>
    <message>
        <source>Saved the view {name}.</source>
        <translation>已保存视图“{name}”。</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>Choose a lead to see it here.</source>
        <translation>选择一条线索，在这里查看。</translation>
    </message>
</context>
<context>
    <name>LeaveBar</name>
    <message>
        <source>{name} has changes that are not saved.</source>
        <translation>{name} 有未保存的修改。</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>S&amp;tay here</source>
        <translation>留在这里(&amp;T)</translation>
    </message>
    <message>
        <source>Go on with this record  Esc</source>
        <translation>继续编辑此记录  Esc</translation>
    </message>
</context>
<context>
    <name>LeaveQuestion</name>
    <message>
        <source>Close and lose what you did here?</source>
        <translation>关闭并放弃这里所做的内容吗？</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>关闭并放弃</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>继续操作</translation>
    </message>
    <message>
        <source>I know that &amp;wiping cannot be undone</source>
        <translation>我知道清除后无法恢复(&amp;W)</translation>
    </message>
    <message>
        <source>Leave and &amp;keep the data</source>
        <translation>退出并保留数据(&amp;K)</translation>
    </message>
    <message>
        <source>Leave and wi&amp;pe everything here</source>
        <translation>退出并清除本机全部内容(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>不退出(&amp;S)</translation>
    </message>
    <message>
        <source>If you keep the data, everything stays here as it is now and is yours alone; colleagues see no further change of yours. If you wipe it, every customer, note and person goes from this computer, with the backups of this file; the centre keeps what it has.</source>
        <translation>如果保留，数据照现在的样子留在本机，只归您用；您之后的修改同事看不到。如果清除，所有客户、跟进记录和联系人连同此文件的备份都从本机消失；中心已有的不变。</translation>
    </message>
    <message numerus="yes">
        <source>%n records have changes the centre does not have. Exchange first, or wiping loses them.</source>
        <translation><numerusform>%n 条记录的修改还没到中心。请先同步，否则清除会丢失它们。</numerusform></translation>
    </message>
    <message>
        <source>Waits for the tick above</source>
        <translation>请先勾选上面一项</translation>
    </message>
</context>
<context>
    <name>LikelyLine</name>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Go on with this record instead of making another</source>
        <translation>用这条记录，不再新建</translation>
    </message>
    <message>
        <source>New site here</source>
        <translation>在此新建地点</translation>
    </message>
    <message>
        <source>What you enter is a new site of this company</source>
        <translation>您录入的是这家公司的新地点</translation>
    </message>
</context>
<context>
    <name>LikelyList</name>
    <message>
        <source>It may be here already:</source>
        <translation>可能已经有了：</translation>
    </message>
    <message>
        <source>Records that may be the same</source>
        <translation>可能相同的记录</translation>
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
        <translation>登录名</translation>
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
        <translation>在程序运行且有网络时进行。按钮随时可用。</translation>
    </message>
    <message>
        <source>The less it carries, the faster a first exchange is. What is left out goes from here with the next exchange.</source>
        <translation>携带得越少，首次同步越快。不携带的内容下次同步时从本机移走。</translation>
    </message>
    <message>
        <source>This laptop &amp;carries</source>
        <translation>本机携带(&amp;C)</translation>
    </message>
    <message>
        <source>With everything under them. One that is not on this laptop is added by its customer code.</source>
        <translation>连同其下全部内容。不在本机上的公司按客户编号添加。</translation>
    </message>
    <message>
        <source>&amp;And companies</source>
        <translation>以及公司(&amp;A)</translation>
    </message>
    <message>
        <source>For the history of a record and for undoing. What is older goes from here; the centre keeps all of it.</source>
        <translation>用于查看记录的历史和撤销。更早的修改从本机移除，中心保留全部。</translation>
    </message>
    <message>
        <source>&amp;History kept here</source>
        <translation>本机保留的历史(&amp;H)</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New &amp;password</source>
        <translation>新密码(&amp;P)</translation>
    </message>
    <message>
        <source>When it was changed at the centre.</source>
        <translation>中心的密码改过之后填写。</translation>
    </message>
    <message numerus="yes">
        <source>every %n minutes</source>
        <translation><numerusform>每 %n 分钟</numerusform></translation>
    </message>
    <message>
        <source>by the button only</source>
        <translation>只在按按钮时</translation>
    </message>
    <message>
        <source>Exchanging …</source>
        <translation>正在同步…</translation>
    </message>
    <message>
        <source>Waits for: my own accounts, and chosen companies</source>
        <translation>需先选择“我自己的客户和选定的公司”</translation>
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
        <translation>正在撤销：{what}</translation>
    </message>
    <message>
        <source>Your change is kept and will be saved as soon as this has ended: {what}</source>
        <translation>您的修改已记下，此项结束后立即保存：{what}</translation>
    </message>
</context>
<context>
    <name>LostEditsDialog</name>
    <message>
        <source>Entered since the backup</source>
        <translation>备份之后录入的内容</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Entries</source>
        <translation>录入的内容</translation>
    </message>
    <message>
        <source>The backup holds everything: nothing was entered since. The damaged file is kept as {path}.</source>
        <translation>备份是完整的：之后没有录入任何内容。损坏的文件保留为 {path}。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were made after the backup. The damaged file is kept as {path}.</source>
        <translation><numerusform>备份之后录入了 %n 项。损坏的文件保留为 {path}。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n entries made after the backup could be read; others could not. The damaged file is kept as {path}.</source>
        <translation><numerusform>备份之后录入的内容中能读出 %n 项，其余读不出。损坏的文件保留为 {path}。</numerusform></translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save as CSV …</source>
        <translation>另存为 CSV(&amp;S)…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Enter all again</source>
        <translation>全部重新录入(&amp;E)</translation>
    </message>
    <message>
        <source>Makes these entries in the restored file; they can be undone</source>
        <translation>在恢复的文件中录入这些内容；可以撤销</translation>
    </message>
    <message>
        <source>Save the entries</source>
        <translation>保存录入的内容</translation>
    </message>
</context>
<context>
    <name>MatchList</name>
    <message>
        <source>Pairs that may be the same</source>
        <translation>可能相同的各对</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>中心的</translation>
    </message>
    <message>
        <source>Here</source>
        <translation>本机的</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
</context>
<context>
    <name>MatchingOffer</name>
    <message>
        <source>Compare</source>
        <translation>对比</translation>
    </message>
    <message numerus="yes">
        <source>%n of your records may be at the centre already. Nothing of yours is sent until you have looked.</source>
        <translation><numerusform>您有 %n 条记录可能已在中心。您看过之后才会送出。</numerusform></translation>
    </message>
</context>
<context>
    <name>MatchingReview</name>
    <message numerus="yes">
        <source>Making one of %n pairs each</source>
        <translation><numerusform>正在逐对合并，共 %n 对</numerusform></translation>
    </message>
    <message>
        <source>Remembered: the same. Your record became part of the centre's.</source>
        <translation>已记住：相同。您的记录已并入中心的记录。</translation>
    </message>
    <message>
        <source>Stopped. The pairs decided on by then stay decided.</source>
        <translation>已停止。之前已决定的保留。</translation>
    </message>
    <message>
        <source>Remembered: not the same.</source>
        <translation>已记住：不同。</translation>
    </message>
    <message>
        <source>What the centre has already</source>
        <translation>中心已有的记录</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>Your record becomes part of the centre's  S</source>
        <translation>您的记录并入中心的记录  S</translation>
    </message>
    <message>
        <source>Not the same</source>
        <translation>不同</translation>
    </message>
    <message>
        <source>Remember that these are two; both are kept  N</source>
        <translation>记住这是两条，都保留  N</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Keep both for now; the page of duplicates shows them again  L</source>
        <translation>先都保留；重复页面会再列出  L</translation>
    </message>
    <message>
        <source>Choose all that are certain</source>
        <translation>选择全部肯定的</translation>
    </message>
    <message>
        <source>Select every certain pair, to be decided at once</source>
        <translation>选中每一对肯定的，一次决定</translation>
    </message>
    <message numerus="yes">
        <source>%n of your records may be at the centre already. Nothing of yours is sent before you are done here; whatever you say can be undone until then.</source>
        <translation><numerusform>您有 %n 条记录可能已在中心。在您完成之前不会送出；在此之前，您的决定都可以撤销。</numerusform></translation>
    </message>
    <message>
        <source>Done, send everything</source>
        <translation>完成，全部送出</translation>
    </message>
    <message>
        <source>Send now, decide the rest later</source>
        <translation>现在送出，其余以后决定</translation>
    </message>
    <message>
        <source>Sends what this computer has; undecided pairs stay two records</source>
        <translation>送出本机的内容；未决定的仍是两条记录</translation>
    </message>
    <message>
        <source>Choose a pair to see it side by side.</source>
        <translation>选择一对，并排查看。</translation>
    </message>
    <message numerus="yes">
        <source>%n pairs are chosen.</source>
        <translation><numerusform>已选 %n 对。</numerusform></translation>
    </message>
    <message>
        <source>Nothing is left to compare.</source>
        <translation>没有要对比的了。</translation>
    </message>
    <message>
        <source>{code} ({mine} – at the centre {theirs})</source>
        <translation>{code}（{mine}；在中心是 {theirs}）</translation>
    </message>
    <message numerus="yes">
        <source>%n customer codes of yours belong to others at the centre: {codes}. Where the records are not the same, the centre will ask for another code; everything else is kept.</source>
        <translation><numerusform>您有 %n 个客户编号在中心已属于别的客户：{codes}。如果不是同一客户，中心会请您换一个编号；其他内容都保留。</numerusform></translation>
    </message>
</context>
<context>
    <name>MemberList</name>
    <message>
        <source>Search people</source>
        <translation>搜索人员</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
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
        <translation>记录并排对比</translation>
    </message>
    <message>
        <source>{number}. {name}</source>
        <translation>{number}. {name}</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Sites below</source>
        <translation>下级地点数</translation>
    </message>
    <message>
        <source>People there</source>
        <translation>联系人数</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属公司</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message>
        <source>Merged {merged} into {name}.</source>
        <translation>已将 {merged} 并入 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>Merge %n companies</source>
        <translation><numerusform>合并 %n 家公司</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Merge %n sites</source>
        <translation><numerusform>合并 %n 个地点</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Merge %n people</source>
        <translation><numerusform>合并 %n 位联系人</numerusform></translation>
    </message>
    <message>
        <source>Ctrl+Z takes it back; so does the record's band, however late</source>
        <translation>Ctrl+Z 可撤销；以后任何时候也可在记录上方撤销合并</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Hide %n equal fields</source>
        <translation><numerusform>隐藏 %n 个相同字段</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Show %n equal fields</source>
        <translation><numerusform>显示 %n 个相同字段</numerusform></translation>
    </message>
    <message>
        <source>Everything follows, nothing is deleted: {counts}.</source>
        <translation>全部随之转移，不删除任何内容：{counts}。</translation>
    </message>
    <message>
        <source>Nothing hangs on the records that give way.</source>
        <translation>被并入的记录下没有其他内容。</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation><numerusform>…还有 %n 项</numerusform></translation>
    </message>
</context>
<context>
    <name>MergedBand</name>
    <message>
        <source>Take back …</source>
        <translation>撤销合并…</translation>
    </message>
    <message>
        <source>Make the merged records records of their own again</source>
        <translation>让并入的记录恢复为单独的记录</translation>
    </message>
    <message>
        <source>Merged from {merged} on {day} by {user}.</source>
        <translation>{user} 于 {day} 将 {merged} 并入此记录。</translation>
    </message>
    <message numerus="yes">
        <source>{latest} And %n earlier merges.</source>
        <translation><numerusform>{latest}此前还有 %n 次合并。</numerusform></translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>MoveDialog</name>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message numerus="yes">
        <source>Move %n records under which company?</source>
        <translation><numerusform>把 %n 条记录移到哪家公司之下？</numerusform></translation>
    </message>
    <message>
        <source>Company to move to</source>
        <translation>移到的公司</translation>
    </message>
    <message>
        <source>More than the place changes. Move all the same?</source>
        <translation>变的不只是位置。仍要移动吗？</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>有哪些变化</translation>
    </message>
    <message>
        <source>&amp;Move</source>
        <translation>移动(&amp;M)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Choose a company: what the move changes is shown here.</source>
        <translation>选择公司后，这里显示移动带来的变化。</translation>
    </message>
</context>
<context>
    <name>Moving</name>
    <message numerus="yes">
        <source>Moving %n records</source>
        <translation><numerusform>正在移动 %n 条记录</numerusform></translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>NewLeadDialog</name>
    <message>
        <source>New lead</source>
        <translation>新建线索</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the new lead  Ctrl+S</source>
        <translation>保存新线索  Ctrl+S</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Added {name}.</source>
        <translation>已添加 {name}。</translation>
    </message>
</context>
<context>
    <name>NewsTab</name>
    <message numerus="yes">
        <source>%n customers</source>
        <translation><numerusform>%n 个客户</numerusform></translation>
    </message>
    <message>
        <source>{customers}; older news are not listed</source>
        <translation>{customers}；更早的动态未列出</translation>
    </message>
    <message>
        <source>Nobody else changed anything at your customers in this time.</source>
        <translation>这段时间没有别人改过您的客户。</translation>
    </message>
    <message>
        <source>Nobody else changed anything in this time.</source>
        <translation>这段时间没有别人做过修改。</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>…还有 {count} 项</translation>
    </message>
    <message>
        <source>{customer}: {what}</source>
        <translation>{customer}：{what}</translation>
    </message>
    <message>
        <source>A customer you do not see any more</source>
        <translation>您已看不到的客户</translation>
    </message>
    <message>
        <source>The organisation</source>
        <translation>本单位</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>有人</translation>
    </message>
    <message>
        <source>{who} gave it up</source>
        <translation>{who} 放弃了跟进</translation>
    </message>
    <message>
        <source>{who} asked for it</source>
        <translation>{who} 申请了跟进</translation>
    </message>
    <message>
        <source>{who} added: {what}</source>
        <translation>{who} 添加了：{what}</translation>
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
        <translation>我的客户</translation>
    </message>
    <message>
        <source>All customers</source>
        <translation>所有客户</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Since yesterday</source>
        <translation>昨天以来</translation>
    </message>
    <message>
        <source>The last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Whose customers</source>
        <translation>谁的客户</translation>
    </message>
    <message>
        <source>Since when</source>
        <translation>从何时起</translation>
    </message>
    <message>
        <source>What others changed</source>
        <translation>别人的修改</translation>
    </message>
    <message>
        <source>All &amp;seen</source>
        <translation>全部已读(&amp;S)</translation>
    </message>
    <message>
        <source>Take these news as seen; “Since yesterday” goes on showing them</source>
        <translation>把这些动态标为已读；“昨天以来”里仍会显示</translation>
    </message>
    <message>
        <source>Show all customers</source>
        <translation>显示所有客户</translation>
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
        <translation>设置中的公海</translation>
    </message>
    <message>
        <source>Make pools, say who belongs to them and by which rules</source>
        <translation>建立公海，设定成员和规则</translation>
    </message>
    <message>
        <source>Import leads</source>
        <translation>导入线索</translation>
    </message>
    <message>
        <source>Read leads from a file and put them into a pool</source>
        <translation>从文件读取线索并放入公海</translation>
    </message>
    <message>
        <source>None of the pools is open to you. Their administrators add members in the settings.</source>
        <translation>没有对您开放的公海。公海管理员可在设置中添加成员。</translation>
    </message>
    <message>
        <source>No pool yet. What nobody works on waits in a pool until somebody claims it: make one in the settings.</source>
        <translation>还没有公海。无人跟进的线索会在公海中等待领取：请在设置中建立一个。</translation>
    </message>
    <message>
        <source>By the rules of the pools nothing falls back in the next days. Well done.</source>
        <translation>按公海规则，近几天没有要收回的。做得好。</translation>
    </message>
    <message>
        <source>Nothing in this pool is called that.</source>
        <translation>此公海中没有这个名称。</translation>
    </message>
    <message>
        <source>No account waits in the pool {pool}. Its rules bring those without business.</source>
        <translation>公海 {pool} 中没有客户。没有生意的客户会按规则进入。</translation>
    </message>
    <message>
        <source>Nothing waits in the pool {pool}. Import leads into it, or release some.</source>
        <translation>公海 {pool} 中没有线索。可以导入线索，或释放一些。</translation>
    </message>
</context>
<context>
    <name>NodeMenu</name>
    <message>
        <source>&amp;Open the record</source>
        <translation>打开记录(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Show only what is below</source>
        <translation>只显示其下级(&amp;S)</translation>
    </message>
    <message>
        <source>Nothing else is below it.</source>
        <translation>它没有下级。</translation>
    </message>
    <message>
        <source>&amp;Copy name</source>
        <translation>复制名称(&amp;C)</translation>
    </message>
</context>
<context>
    <name>NotesTab</name>
    <message>
        <source>Add a note</source>
        <translation>添加跟进记录</translation>
    </message>
    <message>
        <source>No notes yet. Write down what was said; it is saved as you go on.</source>
        <translation>还没有跟进记录。写下谈了什么，随写随存。</translation>
    </message>
    <message>
        <source>What was said?</source>
        <translation>谈了什么？</translation>
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
        <translation><numerusform>%n 个商机</numerusform></translation>
    </message>
    <message>
        <source>At which site is the opportunity?</source>
        <translation>商机属于哪个地点？</translation>
    </message>
    <message>
        <source>List of opportunities</source>
        <translation>商机列表</translation>
    </message>
    <message>
        <source>Which opportunities are shown</source>
        <translation>显示哪些商机</translation>
    </message>
    <message>
        <source>Name of the opportunity or of its site …</source>
        <translation>商机或地点名称…</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>筛选列表</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>Sums by stage</source>
        <translation>按阶段合计</translation>
    </message>
    <message>
        <source>New opportunity</source>
        <translation>新建商机</translation>
    </message>
    <message>
        <source>Add an opportunity at a site</source>
        <translation>在一个地点新建商机</translation>
    </message>
    <message>
        <source>New customers</source>
        <translation>新客户</translation>
    </message>
    <message>
        <source>Who developed which customers, and when</source>
        <translation>谁在何时开发了哪些客户</translation>
    </message>
    <message>
        <source>Show the site</source>
        <translation>查看地点</translation>
    </message>
    <message>
        <source>Show the site of this opportunity</source>
        <translation>查看该商机所在的地点</translation>
    </message>
    <message>
        <source>Former stage</source>
        <translation>上一阶段</translation>
    </message>
    <message>
        <source>Back to the stage before</source>
        <translation>退回上一阶段</translation>
    </message>
    <message>
        <source>Next stage</source>
        <translation>下一阶段</translation>
    </message>
    <message>
        <source>On to the next stage</source>
        <translation>推进到下一阶段</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the opportunities chosen</source>
        <translation>删除所选商机</translation>
    </message>
    <message>
        <source>No opportunity of this list is called that.</source>
        <translation>列表中没有符合的商机。</translation>
    </message>
</context>
<context>
    <name>OpportunityActing</name>
    <message>
        <source>{name} was deleted.</source>
        <translation>{name} 已删除。</translation>
    </message>
    <message numerus="yes">
        <source>%n opportunities were deleted.</source>
        <translation><numerusform>已删除 %n 个商机。</numerusform></translation>
    </message>
    <message>
        <source>{name} has no further stage that way.</source>
        <translation>{name}在这个方向上没有更多阶段。</translation>
    </message>
    <message>
        <source>{name} is at {stage} now.</source>
        <translation>{name}已进入“{stage}”阶段。</translation>
    </message>
</context>
<context>
    <name>OpportunityDialog</name>
    <message>
        <source>Opportunity</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>New opportunity</source>
        <translation>新建商机</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save the opportunity  Ctrl+S</source>
        <translation>保存商机  Ctrl+S</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Added {name}.</source>
        <translation>已添加 {name}。</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>已保存{name}。</translation>
    </message>
</context>
<context>
    <name>OptionPopup</name>
    <message>
        <source>Type any part of a name or code</source>
        <translation>输入名称或编号的任意部分</translation>
    </message>
    <message>
        <source>Search the options</source>
        <translation>搜索选项</translation>
    </message>
    <message>
        <source>Nothing contains what you typed.</source>
        <translation>没有包含所输入内容的选项。</translation>
    </message>
</context>
<context>
    <name>OutboxTab</name>
    <message>
        <source>Everything you entered is at the centre; {when}.</source>
        <translation>您录入的内容都已到中心；{when}。</translation>
    </message>
    <message numerus="yes">
        <source>%n actions saved here</source>
        <translation><numerusform>%n 项已保存在本机</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{here}, %n sent and not confirmed yet</source>
        <translation><numerusform>{here}，%n 项已送出、尚未确认</numerusform></translation>
    </message>
    <message>
        <source>{text}; the oldest are not listed</source>
        <translation>{text}；最早的未列出</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>…还有 {count} 项</translation>
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
        <translation>已放弃跟进</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>已申请</translation>
    </message>
    <message>
        <source>Entered</source>
        <translation>新录入</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>What waits to be sent</source>
        <translation>等待送出的内容</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Send what you changed and fetch what others changed  F5</source>
        <translation>送出您的修改，取回别人的修改  F5</translation>
    </message>
    <message>
        <source>Look at the connection</source>
        <translation>查看连接</translation>
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
        <translation>下结论</translation>
    </message>
    <message>
        <source>Store the outcome; Ctrl+Z takes it back  Ctrl+Enter</source>
        <translation>保存结论；Ctrl+Z 可以撤销  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Go on later</source>
        <translation>以后继续</translation>
    </message>
    <message>
        <source>Every answer is stored; the next time it goes on here  Esc</source>
        <translation>每个回答都已保存；下次从这里继续  Esc</translation>
    </message>
</context>
<context>
    <name>OverviewTab</name>
    <message>
        <source>&amp;Reload</source>
        <translation>重新载入(&amp;R)</translation>
    </message>
    <message>
        <source>Show the record as it is stored now; what you typed is lost</source>
        <translation>显示已保存的内容；您输入的内容会丢失</translation>
    </message>
</context>
<context>
    <name>PagedTreeModel</name>
    <message>
        <source>{name}, level {level}</source>
        <translation>{name}，第 {level} 级</translation>
    </message>
    <message>
        <source>{name}, level {level}, open</source>
        <translation>{name}，第 {level} 级，已展开</translation>
    </message>
    <message>
        <source>{name}, level {level}, closed</source>
        <translation>{name}，第 {level} 级，已收起</translation>
    </message>
</context>
<context>
    <name>PairPanel</name>
    <message>
        <source>Left the record of the centre, right the one of this computer. What is empty at the centre is filled; of what differs the centre's value stays unless you choose yours.</source>
        <translation>左边是中心的记录，右边是本机的。中心的空白处会补上；不同之处保留中心的值，除非您选自己的。</translation>
    </message>
    <message>
        <source>What speaks for and against it</source>
        <translation>相同与不同的依据</translation>
    </message>
</context>
<context>
    <name>PassphraseFields</name>
    <message>
        <source>&amp;Passphrase</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>Once &amp;more</source>
        <translation>再输一次(&amp;M)</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>The passphrase once more</source>
        <translation>再输一次密码</translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>两次输入不一样。</translation>
    </message>
    <message>
        <source>It is asked for at every start and cannot be recovered: keep it in a safe place.</source>
        <translation>每次启动都要输入，忘了无法找回：请妥善保管。</translation>
    </message>
</context>
<context>
    <name>PathBar</name>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Steps in between</source>
        <translation>中间各级</translation>
    </message>
</context>
<context>
    <name>PeopleBox</name>
    <message>
        <source>People</source>
        <translation>相关人员</translation>
    </message>
    <message>
        <source>Nobody is known at this site yet. Add people on its tab Contacts.</source>
        <translation>该地点还没有联系人，请在“联系人”标签页中添加。</translation>
    </message>
    <message>
        <source>Not involved</source>
        <translation>未参与</translation>
    </message>
    <message>
        <source>Involved, role not known</source>
        <translation>参与，角色未知</translation>
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
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;My name</source>
        <translation>我的姓名(&amp;M)</translation>
    </message>
    <message>
        <source>Colleagues see it at the customers you own and at what you change.</source>
        <translation>同事会在您负责的客户和您的修改上看到它。</translation>
    </message>
    <message>
        <source>Co&amp;lleagues</source>
        <translation>同事(&amp;L)</translation>
    </message>
    <message>
        <source>They can be chosen as the owner of a customer.</source>
        <translation>可以选为客户的负责人。</translation>
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
        <translation>您的姓名现在是 {name}。</translation>
    </message>
    <message>
        <source>Waits for a name</source>
        <translation>请先填写姓名</translation>
    </message>
    <message>
        <source>{name} was added.</source>
        <translation>{name} 已添加。</translation>
    </message>
</context>
<context>
    <name>PeopleTab</name>
    <message>
        <source>Add a contact</source>
        <translation>添加联系人</translation>
    </message>
    <message>
        <source>Nobody is known here yet. Add the first contact; it is saved as you go on.</source>
        <translation>这里还没有联系人。添加第一位，随写随存。</translation>
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
        <translation>组织架构图</translation>
    </message>
    <message>
        <source>Icicle</source>
        <translation>冰柱图</translation>
    </message>
    <message>
        <source>Treemap</source>
        <translation>矩形树图</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Customer kind</source>
        <translation>客户类型</translation>
    </message>
    <message>
        <source>Size by</source>
        <translation>大小按</translation>
    </message>
    <message>
        <source>Colour by</source>
        <translation>颜色按</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Save the picture as SVG, PNG or PDF</source>
        <translation>把图片存为 SVG、PNG 或 PDF</translation>
    </message>
    <message>
        <source>What is seen now…</source>
        <translation>当前所见…</translation>
    </message>
    <message>
        <source>The whole picture…</source>
        <translation>整张图…</translation>
    </message>
    <message>
        <source>Come nearer  +</source>
        <translation>放大  +</translation>
    </message>
    <message>
        <source>Go back  −</source>
        <translation>缩小  −</translation>
    </message>
    <message>
        <source>Show everything  0</source>
        <translation>显示全部  0</translation>
    </message>
</context>
<context>
    <name>PlacesTab</name>
    <message>
        <source>Floors and departments at this address</source>
        <translation>此地址的楼层和部门</translation>
    </message>
    <message>
        <source>Billing, mailing and delivery addresses</source>
        <translation>账单、邮寄和收货地址</translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Don't make this site</source>
        <translation>不建此地点</translation>
    </message>
    <message>
        <source>Merge with</source>
        <translation>并入</translation>
    </message>
    <message>
        <source>Let another site take what goes here</source>
        <translation>把归入此处的内容交给另一个地点</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>移到</translation>
    </message>
    <message>
        <source>Move the chosen records to another site; dragging does the same</source>
        <translation>把所选记录移到另一个地点，也可以拖动</translation>
    </message>
    <message>
        <source>Keep with the account</source>
        <translation>留在原客户</translation>
    </message>
    <message>
        <source>Undo correction</source>
        <translation>撤销更正</translation>
    </message>
    <message>
        <source>Next doubtful</source>
        <translation>下一个存疑</translation>
    </message>
    <message>
        <source>Go to the next account with doubtful reasons</source>
        <translation>到下一个有存疑的客户</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>剪切</translation>
    </message>
    <message>
        <source>Paste here</source>
        <translation>粘贴到此</translation>
    </message>
    <message>
        <source>Only doubtful reasons ({count})</source>
        <translation>只看存疑的（{count}）</translation>
    </message>
    <message>
        <source>Leave this account as it is</source>
        <translation>此客户保持原样</translation>
    </message>
</context>
<context>
    <name>PoolCard</name>
    <message>
        <source>Nothing was noted at this account yet.</source>
        <translation>此客户还没有任何记录。</translation>
    </message>
    <message>
        <source>Nobody spoke to it yet.</source>
        <translation>还没有人跟进过。</translation>
    </message>
    <message>
        <source>By the rules of this pool you may open no more of its records today.</source>
        <translation>按此公海的规则，您今天不能再打开其中的记录。</translation>
    </message>
    <message numerus="yes">
        <source>This pool limits how many records a person opens a day: you have %n left.</source>
        <translation><numerusform>此公海限制每人每天打开的记录数：您还剩 %n 条。</numerusform></translation>
    </message>
</context>
<context>
    <name>PoolDeeds</name>
    <message>
        <source>Asked for {name}; it is yours when the centre says so.</source>
        <translation>已申请 {name}；经中心确认后归您负责。</translation>
    </message>
    <message numerus="yes">
        <source>Asked for %n accounts; they are yours when the centre says so.</source>
        <translation><numerusform>已申请 %n 个客户；中心确认后归您负责。</numerusform></translation>
    </message>
    <message>
        <source>Claimed {name}.</source>
        <translation>已领取 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>Claimed %n accounts.</source>
        <translation><numerusform>已领取 %n 个客户。</numerusform></translation>
    </message>
    <message>
        <source>Took back the claim of {name}.</source>
        <translation>已撤回对 {name} 的领取。</translation>
    </message>
    <message>
        <source>Released {name}.</source>
        <translation>已释放 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>Released %n accounts.</source>
        <translation><numerusform>已释放 %n 个客户。</numerusform></translation>
    </message>
    <message>
        <source>{name} follows the rules again.</source>
        <translation>{name} 重新遵循规则。</translation>
    </message>
    <message>
        <source>No rule takes {name} away now.</source>
        <translation>现在没有规则会收回 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>No rule takes these %n away now.</source>
        <translation><numerusform>现在没有规则会收回这 %n 条。</numerusform></translation>
    </message>
    <message>
        <source>&amp;Claim</source>
        <translation>领取(&amp;C)</translation>
    </message>
    <message>
        <source>Take it from its pool and look after it  Enter</source>
        <translation>从公海领取并负责跟进  Enter</translation>
    </message>
    <message>
        <source>&amp;Look inside</source>
        <translation>查看详情(&amp;L)</translation>
    </message>
    <message>
        <source>Read all of it; where the pool limits that, it counts as a view  Space</source>
        <translation>查看全部内容；公海限制查看次数时计为一次  空格</translation>
    </message>
    <message>
        <source>&amp;Follow up</source>
        <translation>跟进(&amp;F)</translation>
    </message>
    <message>
        <source>What happened, what comes next, when: then it stays</source>
        <translation>记录发生了什么、下一步、何时：这样就不会被收回</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Show it on its own page  Enter</source>
        <translation>在其页面中显示  Enter</translation>
    </message>
    <message>
        <source>Take &amp;back the claim</source>
        <translation>撤回领取(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Release to a pool …</source>
        <translation>释放到公海(&amp;R)…</translation>
    </message>
    <message>
        <source>Somebody else may have it</source>
        <translation>让给其他人</translation>
    </message>
    <message>
        <source>Give it up now, so that others can claim it</source>
        <translation>现在释放，让其他人可以领取</translation>
    </message>
    <message>
        <source>&amp;Assign to …</source>
        <translation>分配给(&amp;A)…</translation>
    </message>
    <message>
        <source>Give it to a person</source>
        <translation>交给一个人</translation>
    </message>
    <message>
        <source>Un&amp;lock</source>
        <translation>解锁(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Lock</source>
        <translation>锁定(&amp;L)</translation>
    </message>
    <message>
        <source>Let the rules of the pool apply to it again</source>
        <translation>重新适用公海规则</translation>
    </message>
    <message>
        <source>No rule takes it away from whoever has it</source>
        <translation>没有规则会将其从负责人处收回</translation>
    </message>
    <message>
        <source>&amp;Take out …</source>
        <translation>移出公海(&amp;T)…</translation>
    </message>
    <message>
        <source>Put it into another pool, or into none</source>
        <translation>放入另一个公海，或不放入任何公海</translation>
    </message>
</context>
<context>
    <name>PoolDeletion</name>
    <message>
        <source>Delete the pool {name}</source>
        <translation>删除公海 {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n records wait in it. Where shall they go on waiting?</source>
        <translation><numerusform>其中有 %n 条记录。把它们移到哪个公海？</numerusform></translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>Move and delete</source>
        <translation>移动并删除</translation>
    </message>
    <message>
        <source>Move and delete  Ctrl+Enter</source>
        <translation>移动并删除  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Deleted the pool {name}; what waited in it waits in {other} now.</source>
        <translation>已删除公海 {name}；其中的记录已移到 {other}。</translation>
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
        <translation>公海名称</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Team {team}</source>
        <translation>团队 {team}</translation>
    </message>
    <message>
        <source>An empty rule does not hold.</source>
        <translation>留空的规则不生效。</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Only members claim from it. Without any it is for everybody, or for its team.</source>
        <translation>只有成员可以领取。不设成员则适用于所有人或所选团队。</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>规则说明</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Give the pool a name.</source>
        <translation>请填写公海名称。</translation>
    </message>
    <message>
        <source>Save all the same</source>
        <translation>仍然保存</translation>
    </message>
    <message>
        <source>Made the pool {name}.</source>
        <translation>已新建公海 {name}。</translation>
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
        <translation><numerusform>%n 条记录</numerusform></translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>What waits in the pool</source>
        <translation>公海中的记录</translation>
    </message>
    <message>
        <source>What falls back soon</source>
        <translation>即将收回的记录</translation>
    </message>
    <message>
        <source>Name, person, phone, city …</source>
        <translation>名称、联系人、电话、城市…</translation>
    </message>
    <message>
        <source>Narrow the list</source>
        <translation>筛选列表</translation>
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
        <translation>适用于</translation>
    </message>
    <message>
        <source>Administrators</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>&amp;New pool</source>
        <translation>新建公海(&amp;N)</translation>
    </message>
    <message>
        <source>Make a pool</source>
        <translation>新建一个公海</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>Change rules and members</source>
        <translation>修改规则和成员</translation>
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
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>Edit the rea&amp;sons</source>
        <translation>编辑原因(&amp;S)</translation>
    </message>
    <message>
        <source>What nobody looks after waits in a pool until somebody claims it. The order decides where several fit.</source>
        <translation>无人跟进的记录在公海中等待领取。适合多个公海时按顺序决定。</translation>
    </message>
    <message>
        <source>There is no pool yet. In a pool waits what nobody looks after; its rules say who may claim how much.</source>
        <translation>还没有公海。无人跟进的记录放在公海里；规则决定谁可以领取多少。</translation>
    </message>
    <message numerus="yes">
        <source>%n reasons for a release are offered.</source>
        <translation><numerusform>可选的释放原因有 %n 条。</numerusform></translation>
    </message>
    <message>
        <source>Delete the pool; what waits in it moves to another</source>
        <translation>删除公海；其中的记录移到另一个公海</translation>
    </message>
    <message>
        <source>Moved {name}.</source>
        <translation>已移动 {name}。</translation>
    </message>
    <message>
        <source>Deleted the pool {name}.</source>
        <translation>已删除公海 {name}。</translation>
    </message>
    <message numerus="yes">
        <source>%n records wait in {name}. Assign them, or make another pool for them to wait in.</source>
        <translation><numerusform>{name} 中有 %n 条记录。请先分配，或新建另一个公海来存放。</numerusform></translation>
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
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Add a &amp;floor or department to it</source>
        <translation>加为其楼层或部门(&amp;F)</translation>
    </message>
    <message>
        <source>What you typed becomes a part of that site: one address is one site</source>
        <translation>您录入的成为该地点的一部分：一个地址就是一个地点</translation>
    </message>
    <message>
        <source>It is another &amp;building</source>
        <translation>是另一栋楼(&amp;B)</translation>
    </message>
    <message>
        <source>Kept as your decision, with your name and today's date</source>
        <translation>记为您的判断，附您的姓名和今天的日期</translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>First rows of the file</source>
        <translation>文件的前几行</translation>
    </message>
    <message>
        <source>Click a row's number to say that it holds the names of the columns</source>
        <translation>点击行号，指定该行为列名</translation>
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
        <translation>停止这项工作</translation>
    </message>
    <message>
        <source>{percent}  {time} left</source>
        <translation>{percent}  还需 {time}</translation>
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
        <translation>还需 {minutes}:{seconds:02}</translation>
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
        <translation>判断标准</translation>
    </message>
    <message>
        <source>What the lead is held against</source>
        <translation>用哪套标准评估</translation>
    </message>
    <message>
        <source>Qualify lead</source>
        <translation>评估线索资格</translation>
    </message>
    <message>
        <source>Qualify {name}</source>
        <translation>评估 {name} 的资格</translation>
    </message>
    <message>
        <source>Still to ask: {criteria}</source>
        <translation>还要问：{criteria}</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent}%</translation>
    </message>
    <message>
        <source>{score} · passes</source>
        <translation>{score} · 通过</translation>
    </message>
    <message>
        <source>{score} · does not pass</source>
        <translation>{score} · 未通过</translation>
    </message>
    <message numerus="yes">
        <source>{score} · %n more yes to pass</source>
        <translation><numerusform>{score} · 还差 %n 个“是”</numerusform></translation>
    </message>
    <message>
        <source>{score} · passes from {mark} %</source>
        <translation>{score} · {mark}% 起通过</translation>
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
        <translation>按键 {key}</translation>
    </message>
    <message>
        <source>Who said so, or what shows it</source>
        <translation>谁说的，或有什么依据</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>{name} – must not be no</source>
        <translation>{name}（不能为“否”）</translation>
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
        <translation>另行填写，或询问</translation>
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
        <translation>{field}：{theirs}（{who}）还是 {mine}（{other}）？</translation>
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
        <translation>需要回答的内容</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>谁</translation>
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
        <translation>合并(&amp;G)…</translation>
    </message>
    <message>
        <source>Compare the two and make one of them</source>
        <translation>对比两条，合为一条</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Show the customer on the page of accounts  Enter</source>
        <translation>在客户页面查看该客户  Enter</translation>
    </message>
    <message>
        <source>{name}: {field}</source>
        <translation>{name}：{field}</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>原来</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>已属于</translation>
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
        <translation>下次同步时送出</translation>
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
        <translation>修改内容</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation><numerusform>已选 %n 个</numerusform></translation>
    </message>
    <message>
        <source>One answer settles all of them.</source>
        <translation>一个回答解决全部。</translation>
    </message>
    <message>
        <source>They have no answer in common: choose fewer.</source>
        <translation>它们没有共同的回答：请少选几个。</translation>
    </message>
    <message>
        <source>Choose a line to see what happened.</source>
        <translation>选择一行，查看发生了什么。</translation>
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
        <translation>与哪家公司合并？</translation>
    </message>
    <message>
        <source>Merge with which site?</source>
        <translation>与哪个地点合并？</translation>
    </message>
</context>
<context>
    <name>RecordHeader</name>
    <message>
        <source>The status follows orders by itself.</source>
        <translation>状态随订单自动变化。</translation>
    </message>
    <message>
        <source>Owner: {name}</source>
        <translation>负责人：{name}</translation>
    </message>
    <message>
        <source>Back to the tree  Alt+Left</source>
        <translation>返回树  Alt+←</translation>
    </message>
    <message>
        <source>Back to the tree</source>
        <translation>返回树</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save this record</source>
        <translation>保存此记录</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Discard what was typed  Esc</source>
        <translation>放弃所输入的内容  Esc</translation>
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
        <translation>在此新建地点(&amp;S)</translation>
    </message>
    <message>
        <source>New s&amp;ubsidiary</source>
        <translation>新建下属公司(&amp;U)</translation>
    </message>
    <message>
        <source>Copy &amp;invoice block</source>
        <translation>复制开票信息(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Picture of the group</source>
        <translation>集团全景图(&amp;P)</translation>
    </message>
    <message>
        <source>Everything below this company as a chart or a map</source>
        <translation>用图显示此公司的所有下级</translation>
    </message>
    <message>
        <source>&amp;Move under another company …</source>
        <translation>移到另一家公司之下(&amp;M)…</translation>
    </message>
    <message>
        <source>Mer&amp;ge with another record …</source>
        <translation>与另一条记录合并(&amp;G)…</translation>
    </message>
    <message>
        <source>Split in&amp;to sites …</source>
        <translation>拆分为地点(&amp;T)…</translation>
    </message>
    <message>
        <source>Where an account holds several addresses, each becomes a site of its own</source>
        <translation>一个客户有多个地址时，每个地址成为单独的地点</translation>
    </message>
    <message>
        <source>De&amp;lete</source>
        <translation>删除(&amp;L)</translation>
    </message>
    <message>
        <source>Delete this record with all below it; it can be undone</source>
        <translation>删除此记录及其所有下级；可以撤销</translation>
    </message>
</context>
<context>
    <name>RecordPanel</name>
    <message>
        <source>The invoice block is on the clipboard.</source>
        <translation>开票信息已复制到剪贴板。</translation>
    </message>
</context>
<context>
    <name>RecordPicker</name>
    <message>
        <source>Type a name, pinyin or code</source>
        <translation>输入名称、拼音或编号</translation>
    </message>
    <message>
        <source>To the top: no parent company</source>
        <translation>移到最上级：没有上级公司</translation>
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
        <translation>由我跟进</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>已申请</translation>
    </message>
    <message>
        <source>Held by {name}</source>
        <translation>由 {name} 跟进</translation>
    </message>
</context>
<context>
    <name>RecordTabs</name>
    <message>
        <source>Parts of the record</source>
        <translation>详情分页</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>跟进记录</translation>
    </message>
    <message>
        <source>Floors and addresses</source>
        <translation>楼层和地址</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Next and previous part: Ctrl+PgDown, Ctrl+PgUp</source>
        <translation>下一页：Ctrl+PgDown，上一页：Ctrl+PgUp</translation>
    </message>
</context>
<context>
    <name>RecoveryPage</name>
    <message>
        <source>{name} is damaged</source>
        <translation>{name} 已损坏</translation>
    </message>
    <message>
        <source>The disk returned something else than was written ({detail}). Choose the backup to go on with.</source>
        <translation>磁盘读出的内容与写入的不同（{detail}）。请选择要继续使用的备份。</translation>
    </message>
    <message>
        <source>The disk returned something else than was written ({detail}), and there is no backup of it.</source>
        <translation>磁盘读出的内容与写入的不同（{detail}），而且没有备份。</translation>
    </message>
    <message>
        <source>The damaged file is kept. What was entered after the backup is read from it and shown to you.</source>
        <translation>损坏的文件会保留。备份之后录入的内容会从中读出并显示给您。</translation>
    </message>
    <message>
        <source>Backups, newest first</source>
        <translation>备份，最新的在前</translation>
    </message>
    <message>
        <source>&amp;Go on with this backup</source>
        <translation>用此备份继续(&amp;G)</translation>
    </message>
    <message>
        <source>Open &amp;another file …</source>
        <translation>打开其他文件(&amp;A)…</translation>
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
        <translation>释放 {name}</translation>
    </message>
    <message numerus="yes">
        <source>Release %n leads</source>
        <translation><numerusform>释放 %n 条线索</numerusform></translation>
    </message>
    <message>
        <source>Release</source>
        <translation>释放</translation>
    </message>
    <message>
        <source>Others can claim it from the pool then  Ctrl+Enter</source>
        <translation>之后其他人可从公海领取  Ctrl+Enter</translation>
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
        <translation>还没有公海。请先在设置中建立一个。</translation>
    </message>
    <message>
        <source>By its rules the pool {pool} asks for a reason.</source>
        <translation>按公海 {pool} 的规则，须说明原因。</translation>
    </message>
    <message>
        <source>Released {name} to the pool {pool}.</source>
        <translation>已将 {name} 释放到公海 {pool}。</translation>
    </message>
    <message numerus="yes">
        <source>Released %n leads to the pool {pool}.</source>
        <translation><numerusform>已将 %n 条线索释放到公海 {pool}。</numerusform></translation>
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
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>Removing</name>
    <message numerus="yes">
        <source>%n companies and sites were deleted.</source>
        <translation><numerusform>%n 个公司和地点已删除。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>{name} was deleted with its %n sites.</source>
        <translation><numerusform>{name} 及其 %n 个地点已删除。</numerusform></translation>
    </message>
    <message>
        <source>{name} was deleted.</source>
        <translation>{name} 已删除。</translation>
    </message>
</context>
<context>
    <name>ReportPage</name>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>归入</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>What goes where</source>
        <translation>归属明细</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>存为 CSV…</translation>
    </message>
    <message>
        <source>Undo the split</source>
        <translation>撤销拆分</translation>
    </message>
    <message>
        <source>The first {count} lines; the file has all of them.</source>
        <translation>显示前 {count} 行；文件里有全部。</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已存为 {name}。</translation>
    </message>
    <message>
        <source>The split was undone.</source>
        <translation>拆分已撤销。</translation>
    </message>
    <message>
        <source>Save what goes where</source>
        <translation>保存归属明细</translation>
    </message>
    <message>
        <source>Text with commas (*.csv)</source>
        <translation>逗号分隔的文本 (*.csv)</translation>
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
        <translation>无变化</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>Newer there</source>
        <translation>那里更新</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Rows by table</source>
        <translation>各表的行数</translation>
    </message>
    <message>
        <source>{count} rows would be written to {target}, schema {schema}. Nothing is written so far.</source>
        <translation>将向 {target} 的模式 {schema} 写入 {count} 行。目前没有写入。</translation>
    </message>
    <message>
        <source>Nothing has changed since the last export to {target}, schema {schema}.</source>
        <translation>上次导出到 {target} 的模式 {schema} 之后没有变化。</translation>
    </message>
    <message>
        <source>{count} rows are written to {target}, schema {schema}.</source>
        <translation>已向 {target} 的模式 {schema} 写入 {count} 行。</translation>
    </message>
    <message>
        <source>This is the first export into that schema; its tables are made with it.</source>
        <translation>这是首次导出到该模式；同时建立各表。</translation>
    </message>
    <message>
        <source>Every record was compared.</source>
        <translation>对比了所有记录。</translation>
    </message>
    <message>
        <source>Only what changed since the last export was looked at.</source>
        <translation>只看了上次导出之后的变化。</translation>
    </message>
    <message>
        <source>What another computer edited later and exported stays as it is there.</source>
        <translation>另一台电脑之后修改并导出的内容，在那里保持不变。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Why it is refused</source>
        <translation>拒绝原因</translation>
    </message>
    <message>
        <source>Refused rows</source>
        <translation>被拒绝的行</translation>
    </message>
    <message>
        <source>{rows} rows read, {skipped} left out or repeated, {refused} refused.</source>
        <translation>读取 {rows} 行，跳过或重复 {skipped} 行，拒绝 {refused} 行。</translation>
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
        <translation>将分给：{shares}</translation>
    </message>
    <message>
        <source>Went to: {shares}</source>
        <translation>已分给：{shares}</translation>
    </message>
    <message>
        <source>The first {shown} of {refused} refused rows; all others are imported</source>
        <translation>{refused} 个被拒绝的行中的前 {shown} 个；其余行都会导入</translation>
    </message>
    <message>
        <source>Refused rows; all others are imported</source>
        <translation>被拒绝的行；其余行都会导入</translation>
    </message>
    <message>
        <source>created</source>
        <translation>已创建</translation>
    </message>
    <message>
        <source>updated</source>
        <translation>已更新</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>无变化</translation>
    </message>
    <message>
        <source>to create</source>
        <translation>将创建</translation>
    </message>
    <message>
        <source>to update</source>
        <translation>将更新</translation>
    </message>
</context>
<context>
    <name>RestoreQuestion</name>
    <message>
        <source>Restore &amp;this backup</source>
        <translation>恢复此备份(&amp;T)</translation>
    </message>
    <message>
        <source>Leave everything as it is</source>
        <translation>保持现状</translation>
    </message>
    <message>
        <source>Your customers will be as they were on {time}. What was entered since is not lost: the present file is kept beside it. The window closes its pages for a moment and opens them again.</source>
        <translation>客户数据将回到 {time} 的样子。之后录入的内容不会丢失：当前文件会保留在旁边。窗口会暂时关闭各页面，然后重新打开。</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>A file with the refused rows and the reasons is kept until this is closed. It holds customers' data, readable by anybody who gets the file: save it where you need it, correct the rows, and import it again.</source>
        <translation>被拒绝的行和原因已写成文件，关闭此窗口前一直保留。文件里有客户数据，拿到的人都能看：请存到需要的位置，更正后再导入。</translation>
    </message>
    <message>
        <source>Save the refused rows as…</source>
        <translation>被拒绝的行另存为…</translation>
    </message>
    <message>
        <source>Open its folder</source>
        <translation>打开所在文件夹</translation>
    </message>
    <message>
        <source>Undo this import</source>
        <translation>撤销此次导入</translation>
    </message>
    <message>
        <source>{name} is imported</source>
        <translation>{name} 已导入</translation>
    </message>
    <message>
        <source>The import was undone.</source>
        <translation>导入已撤销。</translation>
    </message>
    <message>
        <source>The rows cannot be saved there: {reason}. Choose another folder.</source>
        <translation>这些行不能存到那里：{reason}。请选择其他文件夹。</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>已存为 {name}。</translation>
    </message>
    <message>
        <source>Save the refused rows</source>
        <translation>保存被拒绝的行</translation>
    </message>
    <message>
        <source>Text with commas (*.csv)</source>
        <translation>逗号分隔的文本 (*.csv)</translation>
    </message>
    <message>
        <source>{name} – refused.csv</source>
        <translation>{name} - 被拒绝.csv</translation>
    </message>
</context>
<context>
    <name>RolesEditor</name>
    <message>
        <source>What the rows become</source>
        <translation>各行变成什么</translation>
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
        <translation>公司及其所有下级的汇总</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>without</source>
        <translation>未填</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>{measure}, {own} here</source>
        <translation>{measure}，本级 {own}</translation>
    </message>
    <message>
        <source>{measure}: {total} with everything below, {own} at the company itself</source>
        <translation>{measure}：含所有下级 {total}，公司本身 {own}</translation>
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
        <translation>领取</translation>
    </message>
    <message>
        <source>records each person</source>
        <translation>条记录/人</translation>
    </message>
    <message>
        <source>open leads each person</source>
        <translation>条未结线索/人</translation>
    </message>
    <message>
        <source>days until a claim of the same record</source>
        <translation>天后才能再次领取同一记录</translation>
    </message>
    <message>
        <source>Falling back</source>
        <translation>退回公海</translation>
    </message>
    <message>
        <source>days since the last follow-up</source>
        <translation>天（距上次跟进）</translation>
    </message>
    <message>
        <source>days since the owner got it</source>
        <translation>天（自得到之日起）</translation>
    </message>
    <message>
        <source>days since the contract ended</source>
        <translation>天（合同到期后）</translation>
    </message>
    <message>
        <source>Customers without &amp;business fall back too</source>
        <translation>没有业务的客户也退回(&amp;B)</translation>
    </message>
    <message>
        <source>days in which nothing is taken away</source>
        <translation>天内不会被收回</translation>
    </message>
    <message>
        <source>days before it falls back</source>
        <translation>天（退回前）</translation>
    </message>
    <message>
        <source>While a record waits</source>
        <translation>在公海中时</translation>
    </message>
    <message>
        <source>&amp;Phone and mail are shown in part</source>
        <translation>电话和邮箱部分隐藏(&amp;P)</translation>
    </message>
    <message>
        <source>A release needs a &amp;reason</source>
        <translation>释放时须说明原因(&amp;R)</translation>
    </message>
    <message>
        <source>Days without a follow-up for customers of grade {grade}</source>
        <translation>等级为 {grade} 的客户无跟进天数</translation>
    </message>
</context>
<context>
    <name>Running</name>
    <message>
        <source>Preparing the demo …</source>
        <translation>正在准备演示数据…</translation>
    </message>
    <message>
        <source>Importing the demo's customers</source>
        <translation>正在导入演示客户</translation>
    </message>
    <message>
        <source>Opening {name} …</source>
        <translation>正在打开 {name}…</translation>
    </message>
    <message>
        <source>Saved on this computer</source>
        <translation>已保存在本机</translation>
    </message>
    <message>
        <source>Opening …</source>
        <translation>正在打开…</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were made again.</source>
        <translation><numerusform>已重新录入 %n 项。</numerusform></translation>
    </message>
    <message>
        <source>The last session did not end properly and the file is damaged: {detail}. Restart to restore a backup.</source>
        <translation>上次没有正常退出，文件已损坏：{detail}。请重新启动以恢复备份。</translation>
    </message>
    <message>
        <source>Saved on this computer · last backup {time}</source>
        <translation>已保存在本机 · 上次备份 {time}</translation>
    </message>
    <message>
        <source>Restoring the backup …</source>
        <translation>正在恢复备份…</translation>
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
        <translation>适用于</translation>
    </message>
    <message>
        <source>Against</source>
        <translation>不利</translation>
    </message>
    <message>
        <source>nothing that counts</source>
        <translation>无明显因素</translation>
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
        <translation>搜索客户、联系人、命令</translation>
    </message>
    <message>
        <source>Only what lies below {place} is searched; click to search everywhere</source>
        <translation>只搜索 {place} 的下级；点击可搜索全部</translation>
    </message>
    <message>
        <source>in {place}</source>
        <translation>在 {place} 之下</translation>
    </message>
    <message>
        <source>Type to search only in {place}.</source>
        <translation>输入文字，只在 {place} 之下搜索。</translation>
    </message>
    <message>
        <source>Opened lately</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Nothing is called that. Try fewer characters, initials, or digits of a phone number.</source>
        <translation>没有找到。请少输几个字，或试试首字母、电话号码中的数字。</translation>
    </message>
    <message>
        <source>Records you open will be listed here.</source>
        <translation>打开过的记录会列在这里。</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>General</source>
        <translation>常规</translation>
    </message>
    <message>
        <source>Classifications</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>资格评估</translation>
    </message>
    <message>
        <source>Stages</source>
        <translation>商机阶段</translation>
    </message>
    <message>
        <source>People</source>
        <translation>同事</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
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
        <translation>添加省份或城市</translation>
    </message>
    <message>
        <source>Add an industry</source>
        <translation>添加行业</translation>
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
        <translation>没有地址</translation>
    </message>
    <message>
        <source>{address} – {reason}</source>
        <translation>{address} – {reason}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more addresses</source>
        <translation><numerusform>还有 %n 个地址</numerusform></translation>
    </message>
    <message>
        <source>Floors and rooms in it become parts of the site: {names}</source>
        <translation>其中的楼层和房间成为此地点的一部分：{names}</translation>
    </message>
</context>
<context>
    <name>SiteDelegate</name>
    <message>
        <source>no address</source>
        <translation>没有地址</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>new, doubtful</source>
        <translation>新建，存疑</translation>
    </message>
    <message>
        <source>new</source>
        <translation>新建</translation>
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
        <translation>商机</translation>
    </message>
    <message>
        <source>New opportunity</source>
        <translation>新建商机</translation>
    </message>
    <message>
        <source>Write down what may be sold here</source>
        <translation>记录这里可能成交的生意</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Open the opportunity  Enter</source>
        <translation>打开商机  Enter</translation>
    </message>
    <message>
        <source>Former stage</source>
        <translation>上一阶段</translation>
    </message>
    <message>
        <source>Back to the stage before</source>
        <translation>退回上一阶段</translation>
    </message>
    <message>
        <source>Next stage</source>
        <translation>下一阶段</translation>
    </message>
    <message>
        <source>On to the next stage</source>
        <translation>推进到下一阶段</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Delete the opportunity</source>
        <translation>删除商机</translation>
    </message>
    <message>
        <source>Nothing is being sold here yet. Write down the first opportunity with its amount and next step.</source>
        <translation>这里还没有商机。请记录第一个商机及其金额和下一步。</translation>
    </message>
</context>
<context>
    <name>SitesModel</name>
    <message>
        <source>{address}, {count} records</source>
        <translation>{address}，{count} 条记录</translation>
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
        <translation>拆分为地点</translation>
    </message>
    <message>
        <source>What</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Propose sites</source>
        <translation>生成方案</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Check what would happen</source>
        <translation>预览结果</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>拆分</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Show the customers</source>
        <translation>查看客户</translation>
    </message>
    <message>
        <source>Choose accounts in the tree first, or import some.</source>
        <translation>请先在树里选择客户，或导入客户。</translation>
    </message>
    <message>
        <source>There is nothing to split: every account has one address.</source>
        <translation>没有可拆分的：每个客户都只有一个地址。</translation>
    </message>
    <message>
        <source>Reading the accounts. Nothing is changed.</source>
        <translation>正在读取客户。没有任何改动。</translation>
    </message>
    <message numerus="yes">
        <source>%n accounts looked at: each of them has one address, so there is nothing to split.</source>
        <translation><numerusform>查看了 %n 个客户：每个都只有一个地址，没有可拆分的。</numerusform></translation>
    </message>
    <message>
        <source>New sites: {sites}. Records that move: {moving}. Accounts: {accounts}.</source>
        <translation>新建地点 {sites} 个，移动记录 {moving} 条，涉及客户 {accounts} 个。</translation>
    </message>
    <message>
        <source>Nothing is changed so far. Nothing is deleted: what no address, name or date places stays with its account.</source>
        <translation>目前没有任何改动，也不会删除任何内容：按地址、姓名、日期都定不了归属的，留在原客户。</translation>
    </message>
    <message>
        <source>Splitting</source>
        <translation>正在拆分</translation>
    </message>
    <message>
        <source>New sites made: {sites}. Records moved: {moved}.</source>
        <translation>已新建地点 {sites} 个，移动记录 {moved} 条。</translation>
    </message>
    <message numerus="yes">
        <source>%n records stay with their account, because nothing says where they belong:</source>
        <translation><numerusform>%n 条记录无法判断归属，留在原客户：</numerusform></translation>
    </message>
    <message>
        <source>Everything found its place.</source>
        <translation>全部都有归属。</translation>
    </message>
    <message>
        <source>This is done. Close it and choose accounts again to split more.</source>
        <translation>已完成。要继续拆分，请关闭后重新选择客户。</translation>
    </message>
</context>
<context>
    <name>StagesSection</name>
    <message>
        <source>Stages of opportunities</source>
        <translation>商机阶段</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Add a stage before those that close</source>
        <translation>在结束阶段之前添加一个阶段</translation>
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
        <translation>状态</translation>
    </message>
    <message>
        <source>F2 changes a cell. The weighted amount of an opportunity is its amount times the probability of its stage.</source>
        <translation>按 F2 修改单元格。商机的加权金额等于金额乘以所处阶段的概率。</translation>
    </message>
    <message>
        <source>no longer offered</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>won</source>
        <translation>赢单</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢单</translation>
    </message>
    <message>
        <source>&amp;Offer again</source>
        <translation>重新启用(&amp;O)</translation>
    </message>
    <message>
        <source>Opportunities at this stage stay there either way</source>
        <translation>无论如何，处于该阶段的商机都会保留</translation>
    </message>
    <message>
        <source>Changed the stage {name}.</source>
        <translation>已修改阶段{name}。</translation>
    </message>
    <message>
        <source>New stage</source>
        <translation>新阶段</translation>
    </message>
    <message>
        <source>Added a stage.</source>
        <translation>已添加阶段。</translation>
    </message>
    <message>
        <source>Moved {name}.</source>
        <translation>已移动 {name}。</translation>
    </message>
    <message>
        <source>{name} is offered again.</source>
        <translation>{name} 已重新启用。</translation>
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
        <translation>关闭</translation>
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
        <translation>每行是</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Companies, their sites and contacts</source>
        <translation>公司及其地点和联系人</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>Names that may become customers; they go to a pool or to people</source>
        <translation>可能成为客户的名单，进入公海或分给负责人</translation>
    </message>
</context>
<context>
    <name>TakeOutDialog</name>
    <message>
        <source>Take {name} out of its pool</source>
        <translation>将 {name} 移出公海</translation>
    </message>
    <message numerus="yes">
        <source>Take %n records out of their pool</source>
        <translation><numerusform>将 %n 条记录移出公海</numerusform></translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>It waits elsewhere then, or nowhere  Ctrl+Enter</source>
        <translation>之后在别的公海等待，或不在任何公海  Ctrl+Enter</translation>
    </message>
    <message>
        <source>Put it into</source>
        <translation>放入</translation>
    </message>
    <message>
        <source>No pool: nobody has it</source>
        <translation>不放入公海：无人负责</translation>
    </message>
    <message>
        <source>Took {name} out of its pool.</source>
        <translation>已将 {name} 移出公海。</translation>
    </message>
    <message numerus="yes">
        <source>Took %n records out of their pool.</source>
        <translation><numerusform>已将 %n 条记录移出公海。</numerusform></translation>
    </message>
    <message>
        <source>{name} waits in the pool {pool} now.</source>
        <translation>{name} 现在公海 {pool} 中。</translation>
    </message>
    <message numerus="yes">
        <source>%n records wait in the pool {pool} now.</source>
        <translation><numerusform>%n 条记录现在公海 {pool} 中。</numerusform></translation>
    </message>
</context>
<context>
    <name>TargetPage</name>
    <message>
        <source>&amp;Keep the password in this computer's keyring</source>
        <translation>把密码存入本机钥匙串(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Without encryption (only a database on this computer)</source>
        <translation>不加密（仅限本机上的数据库）(&amp;W)</translation>
    </message>
    <message>
        <source>Compare &amp;every record, not only what changed since the last export</source>
        <translation>对比所有记录，不只是上次导出之后的变化(&amp;E)</translation>
    </message>
    <message>
        <source>empty: the one in the keyring</source>
        <translation>留空：用钥匙串里的密码</translation>
    </message>
    <message>
        <source>empty: what this computer trusts</source>
        <translation>留空：按本机信任的证书</translation>
    </message>
    <message>
        <source>Choose …</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>&amp;Database</source>
        <translation>数据库(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Login name</source>
        <translation>登录名(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Password</source>
        <translation>密码(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Certificate of the company</source>
        <translation>公司证书(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Schema</source>
        <translation>模式(&amp;S)</translation>
    </message>
    <message>
        <source>Copies all companies, sites, people and activities one way into plain tables of a PostgreSQL database, for reports. Only what changed since the last export is sent; all of it arrives, or nothing. The tables are made when they are missing.</source>
        <translation>把所有公司、地点、联系人和活动单向复制到 PostgreSQL 数据库的普通表里，供报表使用。只送上次导出之后的变化；要么全部到达，要么什么都不写。没有表时会自动建立。</translation>
    </message>
    <message>
        <source>Name the database first, as in db.example/sales.</source>
        <translation>请先填写数据库，例如 db.example/sales。</translation>
    </message>
    <message>
        <source>Name the schema the tables are to be in.</source>
        <translation>请填写放置各表的模式。</translation>
    </message>
    <message>
        <source>Certificate of the company</source>
        <translation>公司证书</translation>
    </message>
</context>
<context>
    <name>TermTree</name>
    <message>
        <source>Code</source>
        <translation>代码</translation>
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
        <translation>时间线</translation>
    </message>
</context>
<context>
    <name>TopRow</name>
    <message>
        <source>Navigation</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Show or hide the words of the navigation  Ctrl+B</source>
        <translation>显示或隐藏导航文字  Ctrl+B</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Create something new  Ctrl+N</source>
        <translation>新建公司、地点等  Ctrl+N</translation>
    </message>
</context>
<context>
    <name>TreeCommands</name>
    <message>
        <source>Choose a company or site in the tree first, to search only below it.</source>
        <translation>请先在树里选择公司或地点，再只搜索其下级。</translation>
    </message>
</context>
<context>
    <name>TreeMenu</name>
    <message>
        <source>Select one row to do this.</source>
        <translation>请选择一行。</translation>
    </message>
    <message>
        <source>Sites belong to companies: select a company to do this.</source>
        <translation>地点属于公司：请选择一家公司。</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Rename</source>
        <translation>重命名(&amp;R)</translation>
    </message>
    <message>
        <source>New &amp;site here</source>
        <translation>在此新建地点(&amp;S)</translation>
    </message>
    <message>
        <source>New s&amp;ubsidiary</source>
        <translation>新建下属公司(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Picture of the group</source>
        <translation>集团全景图(&amp;P)</translation>
    </message>
    <message>
        <source>Search &amp;below it</source>
        <translation>只搜索其下级(&amp;B)</translation>
    </message>
    <message>
        <source>Cut companies or sites first, to move them here.</source>
        <translation>请先剪切公司或地点，再粘贴到这里。</translation>
    </message>
    <message>
        <source>C&amp;ut</source>
        <translation>剪切(&amp;U)</translation>
    </message>
    <message>
        <source>Pas&amp;te here</source>
        <translation>粘贴到此(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Move to …</source>
        <translation>移到(&amp;M)…</translation>
    </message>
    <message>
        <source>Mer&amp;ge …</source>
        <translation>合并(&amp;G)…</translation>
    </message>
    <message>
        <source>Sp&amp;lit into sites …</source>
        <translation>拆分为地点(&amp;L)…</translation>
    </message>
    <message>
        <source>Copy &amp;name</source>
        <translation>复制名称(&amp;N)</translation>
    </message>
    <message>
        <source>It has no code yet.</source>
        <translation>还没有编号。</translation>
    </message>
    <message>
        <source>Copy co&amp;de</source>
        <translation>复制编号(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Copy row</source>
        <translation>复制行(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy {count} rows</source>
        <translation>复制 {count} 行(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Select two or more of one kind to merge them.</source>
        <translation>请选择两条或更多同类记录再合并。</translation>
    </message>
    <message>
        <source>Select fewer rows to do this.</source>
        <translation>选择的行太多，请减少。</translation>
    </message>
    <message>
        <source>Companies merge with companies, sites with sites.</source>
        <translation>公司只能与公司合并，地点只能与地点合并。</translation>
    </message>
</context>
<context>
    <name>TreeMoving</name>
    <message>
        <source>Cut: Ctrl+V moves it under the selected company, Esc lets it stay.</source>
        <translation>已剪切：按 Ctrl+V 移到所选公司之下，按 Esc 留在原处。</translation>
    </message>
    <message>
        <source>{name} is a site: only companies hold others.</source>
        <translation>{name} 是地点：只有公司可以有下级。</translation>
    </message>
    <message>
        <source>{name} cannot be placed under itself.</source>
        <translation>{name} 不能放在自己之下。</translation>
    </message>
    <message>
        <source>{name} cannot be placed under {parent}: {parent} lies below it.</source>
        <translation>{name} 不能放在 {parent} 之下：{parent} 在它的下级。</translation>
    </message>
    <message>
        <source>{name} is a site: it always belongs to a company.</source>
        <translation>{name} 是地点：始终属于一家公司。</translation>
    </message>
    <message>
        <source>It is there already.</source>
        <translation>它已经在这里了。</translation>
    </message>
</context>
<context>
    <name>TreePanel</name>
    <message>
        <source>Companies and sites</source>
        <translation>公司和地点</translation>
    </message>
    <message>
        <source>Choose columns</source>
        <translation>选择列</translation>
    </message>
    <message>
        <source>&amp;Import a file</source>
        <translation>导入文件(&amp;I)</translation>
    </message>
    <message>
        <source>Read companies, sites and contacts from a CSV or Excel file; you may also drop it here</source>
        <translation>从 CSV 或 Excel 文件读取公司、地点和联系人；也可以把文件拖到这里</translation>
    </message>
    <message>
        <source>&amp;New company</source>
        <translation>新建公司(&amp;N)</translation>
    </message>
    <message>
        <source>Enter the first company by hand</source>
        <translation>手工录入第一家公司</translation>
    </message>
    <message>
        <source>No customers yet. Import the list you have, or enter the first company.</source>
        <translation>还没有客户。导入现有名单，或录入第一家公司。</translation>
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
        <translation>选择</translation>
    </message>
</context>
<context>
    <name>TreeTable</name>
    <message>
        <source>Tree</source>
        <translation>树</translation>
    </message>
</context>
<context>
    <name>TroublePage</name>
    <message>
        <source>Your customers cannot be opened</source>
        <translation>客户数据打不开</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Open &amp;another file …</source>
        <translation>打开其他文件(&amp;A)…</translation>
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
        <translation>只显示一家公司之下的内容</translation>
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
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Take this back</source>
        <translation>撤销此操作</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>What just happened</source>
        <translation>刚才的操作</translation>
    </message>
</context>
<context>
    <name>UndoDialog</name>
    <message>
        <source>Undo the conversion</source>
        <translation>撤销转化</translation>
    </message>
    <message>
        <source>What was built on it</source>
        <translation>后续内容</translation>
    </message>
    <message>
        <source>Make it a lead again</source>
        <translation>变回线索</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What the conversion made goes, what it filled is empty again. The lead is as it was, with all its follow-ups.</source>
        <translation>转化时新建的会移除，补上的恢复为空。线索恢复原样，跟进都在。</translation>
    </message>
    <message>
        <source>This was built on it since. Take it back first, then the conversion:</source>
        <translation>之后又有了这些内容。请先撤销它们，再撤销转化：</translation>
    </message>
    <message>
        <source>The conversion was undone.</source>
        <translation>已撤销转化。</translation>
    </message>
</context>
<context>
    <name>UnitAdding</name>
    <message>
        <source>New department</source>
        <translation>新部门</translation>
    </message>
    <message>
        <source>{name} was added as a floor or department.</source>
        <translation>已将 {name} 加为楼层或部门。</translation>
    </message>
</context>
<context>
    <name>UnitList</name>
    <message>
        <source>Add a floor or department</source>
        <translation>添加楼层或部门</translation>
    </message>
    <message>
        <source>Another floor of the same building is no site of its own: it stands here.</source>
        <translation>同一栋楼的另一层不是单独的地点，写在这里。</translation>
    </message>
    <message>
        <source>Purchasing, 11th floor …</source>
        <translation>采购部、11 楼…</translation>
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
        <translation>请输入密码打开它。</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>打开(&amp;O)</translation>
    </message>
    <message>
        <source>Open &amp;another file …</source>
        <translation>打开其他文件(&amp;A)…</translation>
    </message>
    <message>
        <source>This passphrase does not open the file. Nothing was changed; try again.</source>
        <translation>密码打不开该文件。没有做任何改动，请再试一次。</translation>
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
        <translation>转到 {name}</translation>
    </message>
    <message>
        <source>stays with {name}</source>
        <translation>留在 {name}</translation>
    </message>
    <message>
        <source>back to {value}</source>
        <translation>恢复为 {value}</translation>
    </message>
    <message>
        <source>leave {value}</source>
        <translation>保留 {value}</translation>
    </message>
    <message>
        <source>{merged} is a record of its own again.</source>
        <translation>{merged} 又是单独的记录了。</translation>
    </message>
    <message>
        <source>{merged} are records of their own again.</source>
        <translation>{merged} 又是各自单独的记录了。</translation>
    </message>
    <message>
        <source>Take a merge back</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销合并</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Merged into {name} on {day} by {user}: {merged}.</source>
        <translation>{user} 于 {day} 将 {merged} 并入 {name}。</translation>
    </message>
    <message>
        <source>Goes back: {counts}.</source>
        <translation>随之退回：{counts}。</translation>
    </message>
    <message>
        <source>Nothing was changed since: everything will be as it was before the merge.</source>
        <translation>之后没有改动：一切恢复到合并前的样子。</translation>
    </message>
    <message>
        <source>Some things were changed or added since. Decide what becomes of them:</source>
        <translation>之后有修改或新增的内容。请决定如何处理：</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Start with your own customers</source>
        <translation>使用自己的客户</translation>
    </message>
    <message>
        <source>crmdesk keeps them in one file on this computer and needs no network.</source>
        <translation>crmdesk 把客户存在本机的一个文件里，不需要网络。</translation>
    </message>
    <message>
        <source>Welcome to crmdesk</source>
        <translation>欢迎使用 crmdesk</translation>
    </message>
    <message>
        <source>What would you like to begin with?</source>
        <translation>想从哪里开始？</translation>
    </message>
    <message>
        <source>Start with my own customers</source>
        <translation>使用自己的客户</translation>
    </message>
    <message>
        <source>Makes an empty file for you. Next you can import your list from Excel or CSV, or enter the first customer.</source>
        <translation>为您建一个空文件。接着可以从 Excel 或 CSV 导入名单，或录入第一位客户。</translation>
    </message>
    <message>
        <source>Look around with demo data</source>
        <translation>用演示数据看一看</translation>
    </message>
    <message>
        <source>Some 2,000 public companies and their sites, in a file of their own. Nothing of yours is touched.</source>
        <translation>约 2,000 家公开的公司及其地点，存在单独的文件里。不会动您的任何东西。</translation>
    </message>
    <message>
        <source>Open a file I have</source>
        <translation>打开已有的文件</translation>
    </message>
    <message>
        <source>A crmdesk file from another computer, or a backup.</source>
        <translation>另一台电脑上的 crmdesk 文件，或备份。</translation>
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
        <translation>撤销、设置、帮助</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>留下</translation>
    </message>
    <message>
        <source>Stop it and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Stop it and go on</source>
        <translation>停止并继续</translation>
    </message>
    <message>
        <source>An import is running. If you close now it is stopped, and nothing of it is left.</source>
        <translation>正在导入。现在关闭会停止导入，已做的部分不会保留。</translation>
    </message>
    <message>
        <source>An import into this store is running. If you leave the store now it is stopped, and nothing of it is left.</source>
        <translation>正在向此文件导入。现在离开会停止导入，不留下任何内容。</translation>
    </message>
    <message>
        <source>Work is still going on. If you close now it is stopped, and nothing of it is left.</source>
        <translation>还有工作在进行。现在关闭会停止它，已做的部分不会保留。</translation>
    </message>
    <message>
        <source>Work on this store is still going on. If you leave the store now it is stopped, and nothing of it is left.</source>
        <translation>此文件还有操作在进行。现在离开会停止操作，不留下任何改动。</translation>
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
        <translation>选择字段</translation>
    </message>
    <message>
        <source>Field with the same value in every row</source>
        <translation>每行取值相同的字段</translation>
    </message>
    <message>
        <source>Value for every row</source>
        <translation>每行的值</translation>
    </message>
    <message>
        <source>Remove this value</source>
        <translation>移除此值</translation>
    </message>
    <message>
        <source>Choose an industry</source>
        <translation>请选择行业</translation>
    </message>
    <message>
        <source>Province or city</source>
        <translation>道或市</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Remove this line</source>
        <translation>删除此行</translation>
    </message>
</context>
<context>
    <name>account_form</name>
    <message>
        <source>Parent company</source>
        <translation>上级公司</translation>
    </message>
    <message>
        <source>In this group</source>
        <translation>所属集团</translation>
    </message>
    <message>
        <source>{count} sites</source>
        <translation>{count} 个地点</translation>
    </message>
    <message>
        <source>1 site</source>
        <translation>1 个地点</translation>
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
        <translation>开票信息</translation>
    </message>
    <message>
        <source>invoice block</source>
        <translation>开票信息</translation>
    </message>
    <message>
        <source>Graded</source>
        <translation>定级</translation>
    </message>
    <message>
        <source>A grade is a person's decision; date and name are kept with it.</source>
        <translation>等级由人决定，日期和姓名一并记录。</translation>
    </message>
    <message>
        <source>since {day}</source>
        <translation>自 {day} 起</translation>
    </message>
    <message>
        <source>since {day}, by {person}</source>
        <translation>自 {day} 起，{person} 定</translation>
    </message>
    <message>
        <source>{name} (from the company)</source>
        <translation>{name}（同公司）</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示</translation>
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
        <translation>负责人与联系方式</translation>
    </message>
</context>
<context>
    <name>account_tree</name>
    <message>
        <source>Lead</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>Fighting</source>
        <translation>争取</translation>
    </message>
    <message>
        <source>Existing</source>
        <translation>现有</translation>
    </message>
    <message>
        <source>Sleeping</source>
        <translation>沉睡</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢单</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Sites of the company and of all companies below it</source>
        <translation>该公司及其所有下级公司的地点</translation>
    </message>
    <message>
        <source>Channel partner</source>
        <translation>渠道伙伴</translation>
    </message>
    <message>
        <source>Of the node and of everything below it</source>
        <translation>本身及所有下级合计</translation>
    </message>
    <message>
        <source>Subsidiaries</source>
        <translation>下属公司</translation>
    </message>
    <message>
        <source>People</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>跟进记录</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>最近活动</translation>
    </message>
    <message>
        <source>Open opportunities</source>
        <translation>进行中的商机</translation>
    </message>
    <message>
        <source>Open pipeline</source>
        <translation>进行中的金额</translation>
    </message>
    <message>
        <source>Status of the sites</source>
        <translation>各地点状态</translation>
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
        <translation>都道府县</translation>
    </message>
    <message>
        <source>Canton</source>
        <translation>州</translation>
    </message>
    <message>
        <source>County</source>
        <translation>郡县</translation>
    </message>
    <message>
        <source>Emirate</source>
        <translation>酋长国</translation>
    </message>
    <message>
        <source>Parish</source>
        <translation>教区</translation>
    </message>
    <message>
        <source>Island</source>
        <translation>岛屿</translation>
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
        <translation>县市</translation>
    </message>
    <message>
        <source>Post town</source>
        <translation>邮政城镇</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Suburb</source>
        <translation>郊区</translation>
    </message>
    <message>
        <source>Neighbourhood</source>
        <translation>街区</translation>
    </message>
    <message>
        <source>Townland</source>
        <translation>镇区</translation>
    </message>
    <message>
        <source>Village or township</source>
        <translation>村或镇</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>邮编</translation>
    </message>
    <message>
        <source>ZIP code</source>
        <translation>邮编</translation>
    </message>
    <message>
        <source>Eircode</source>
        <translation>邮编</translation>
    </message>
    <message>
        <source>PIN code</source>
        <translation>邮编</translation>
    </message>
    <message>
        <source>Street and number</source>
        <translation>街道门牌</translation>
    </message>
    <message>
        <source>Country or region</source>
        <translation>国家或地区</translation>
    </message>
    <message>
        <source>Town or street office</source>
        <translation>乡镇街道</translation>
    </message>
    <message>
        <source>Development zone</source>
        <translation>开发区</translation>
    </message>
    <message>
        <source>Village or community</source>
        <translation>村或社区</translation>
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
        <translation>门牌号</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>弄巷</translation>
    </message>
    <message>
        <source>Number in the lane</source>
        <translation>弄内门牌号</translation>
    </message>
    <message>
        <source>Crossing road</source>
        <translation>相交道路</translation>
    </message>
    <message>
        <source>Position at the road</source>
        <translation>方位</translation>
    </message>
    <message>
        <source>Compound or building name</source>
        <translation>小区或楼宇名称</translation>
    </message>
    <message>
        <source>Building</source>
        <translation>楼栋</translation>
    </message>
    <message>
        <source>Entrance</source>
        <translation>单元</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房号</translation>
    </message>
</context>
<context>
    <name>collisions</name>
    <message>
        <source>The names are alike.</source>
        <translation>名称相似。</translation>
    </message>
    <message>
        <source>The phone number is the same.</source>
        <translation>电话号码相同。</translation>
    </message>
    <message>
        <source>The mail address is the same.</source>
        <translation>邮箱相同。</translation>
    </message>
    <message>
        <source>The credit code is the same.</source>
        <translation>统一社会信用代码相同。</translation>
    </message>
    <message>
        <source>The address is the same.</source>
        <translation>地址相同。</translation>
    </message>
    <message>
        <source>with {owner}</source>
        <translation>由 {owner} 负责</translation>
    </message>
    <message>
        <source>in the pool {pool}</source>
        <translation>在公海 {pool} 中</translation>
    </message>
    <message>
        <source>with nobody</source>
        <translation>无人负责</translation>
    </message>
    <message>
        <source>last follow-up {day}</source>
        <translation>最近跟进 {day}</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>E&amp;xchange with the centre</source>
        <translation>与中心同步(&amp;X)</translation>
    </message>
    <message>
        <source>Settle &amp;conflicts</source>
        <translation>解决冲突(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;What others changed</source>
        <translation>别人的修改(&amp;W)</translation>
    </message>
    <message>
        <source>What waits to be &amp;sent</source>
        <translation>等待送出的内容(&amp;S)</translation>
    </message>
    <message>
        <source>What I &amp;hold</source>
        <translation>由我跟进的客户(&amp;H)</translation>
    </message>
    <message>
        <source>New &amp;company</source>
        <translation>新建公司(&amp;C)</translation>
    </message>
    <message>
        <source>New &amp;site</source>
        <translation>新建地点(&amp;S)</translation>
    </message>
    <message>
        <source>New &amp;lead</source>
        <translation>新建线索(&amp;L)</translation>
    </message>
    <message>
        <source>Pools: claim, what falls back soon</source>
        <translation>公海：领取、即将收回</translation>
    </message>
    <message>
        <source>&amp;Import …</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>E&amp;xport to a database …</source>
        <translation>导出到数据库(&amp;X)…</translation>
    </message>
    <message>
        <source>What the &amp;centre has already …</source>
        <translation>中心已有的记录(&amp;C)…</translation>
    </message>
    <message>
        <source>S&amp;plit an import into sites …</source>
        <translation>将导入的客户拆分为地点(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About crmdesk</source>
        <translation>关于 crmdesk(&amp;A)</translation>
    </message>
    <message>
        <source>Language: 简体中文</source>
        <translation>语言：简体中文</translation>
    </message>
    <message>
        <source>Language: 繁體中文</source>
        <translation>语言：繁體中文</translation>
    </message>
    <message>
        <source>Language: English</source>
        <translation>语言：English</translation>
    </message>
    <message>
        <source>Theme: as the computer</source>
        <translation>外观：跟随系统</translation>
    </message>
    <message>
        <source>Theme: light</source>
        <translation>外观：浅色</translation>
    </message>
    <message>
        <source>Theme: dark</source>
        <translation>外观：深色</translation>
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
        <translation>两人都改了</translation>
    </message>
    <message>
        <source>Does not fit</source>
        <translation>不合要求</translation>
    </message>
    <message>
        <source>Code taken</source>
        <translation>编号已被用</translation>
    </message>
    <message>
        <source>Not deleted</source>
        <translation>未删除</translation>
    </message>
    <message>
        <source>Not moved</source>
        <translation>未移动</translation>
    </message>
    <message>
        <source>Merged elsewhere</source>
        <translation>已并入别处</translation>
    </message>
    <message>
        <source>Came back</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>Moved up</source>
        <translation>已上移</translation>
    </message>
    <message>
        <source>Same credit code</source>
        <translation>信用代码相同</translation>
    </message>
    <message>
        <source>Held by another</source>
        <translation>由他人跟进</translation>
    </message>
    <message>
        <source>Stays in its pool</source>
        <translation>留在公海</translation>
    </message>
    <message>
        <source>Waits for a word</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>{other} changed {field} before your change arrived. Which one holds?</source>
        <translation>您的修改到达之前，{other} 已改过“{field}”。以哪个为准？</translation>
    </message>
    <message>
        <source>What you entered as {field} does not fit and was not taken over.</source>
        <translation>您填写的“{field}”不合要求，没有采用。</translation>
    </message>
    <message>
        <source>The code {mine} belongs to {theirs} already. If it is the same customer, merge them; else choose another code.</source>
        <translation>编号 {mine} 已属于 {theirs}。如果是同一客户，请合并；否则请换一个编号。</translation>
    </message>
    <message>
        <source>You deleted this, but {other} had changed it meanwhile. So it was not deleted.</source>
        <translation>您删除了这条，但 {other} 在此期间改过它。所以没有删除。</translation>
    </message>
    <message>
        <source>You moved this under {mine}; with a move of {other} it would lie below itself. So it stays under {theirs}.</source>
        <translation>您把它移到 {mine} 之下；加上 {other} 的移动，它会在自己之下。所以仍在 {theirs} 之下。</translation>
    </message>
    <message>
        <source>You merged this into {mine}; {other} had merged it into {theirs} before. Are all of them one?</source>
        <translation>您把它并入了 {mine}；{other} 之前已把它并入 {theirs}。它们都是同一个吗？</translation>
    </message>
    <message>
        <source>This had been deleted. It came back because somebody worked on it meanwhile.</source>
        <translation>它曾被删除。因为有人在此期间改过它，所以恢复了。</translation>
    </message>
    <message>
        <source>The company this lay under was deleted. It lies under {theirs} now.</source>
        <translation>它的上级公司已被删除。现在它在 {theirs} 之下。</translation>
    </message>
    <message>
        <source>{theirs} has the same credit code {mine}. Is it the same company?</source>
        <translation>{theirs} 的信用代码也是 {mine}。是同一家公司吗？</translation>
    </message>
    <message>
        <source>{other} holds this, since {time}. Your calls and notes stay with the customer.</source>
        <translation>从 {time} 起由 {other} 跟进。您的电话和跟进记录留在该客户。</translation>
    </message>
    <message>
        <source>A rule of the pool {theirs} kept it there.</source>
        <translation>按公海“{theirs}”的规则，该记录留在公海中。</translation>
    </message>
    <message>
        <source>You have as many prospects as the pool {theirs} allows. It stays there, for you or others to claim later.</source>
        <translation>您持有的线索数已达公海“{theirs}”的上限。该记录留在公海中，您或他人以后可以再领取。</translation>
    </message>
    <message>
        <source>You had it before: by the rules of the pool {theirs} others come first for some days. It stays there.</source>
        <translation>您曾是它的负责人：按公海“{theirs}”的规则，几天内由他人优先领取。该记录留在公海中。</translation>
    </message>
    <message>
        <source>You claimed as many that day as the pool {theirs} allows. It stays there, for you or others to claim later.</source>
        <translation>您当天的领取数已达公海“{theirs}”的上限。该记录留在公海中，您或他人以后可以再领取。</translation>
    </message>
    <message>
        <source>You moved this under {mine}; with a move of {other} it would lie below itself. So it stays at the top.</source>
        <translation>您把它移到 {mine} 之下；加上 {other} 的移动，它会在自己之下。所以仍在最上级。</translation>
    </message>
    <message>
        <source>The company this lay under was deleted. It lies at the top now.</source>
        <translation>它的上级公司已被删除。现在它在最上级。</translation>
    </message>
    <message>
        <source>{author} changed {field} too, after {other}. Which one holds?</source>
        <translation>{author} 在 {other} 之后也改了“{field}”。以哪个为准？</translation>
    </message>
    <message>
        <source>{author} changed {field} too, after you. Yours holds until one of you settles it.</source>
        <translation>{author} 在您之后也改了“{field}”。在你们其中一位解决之前，以您的为准。</translation>
    </message>
    <message>
        <source>The code {mine} belongs to a customer you do not see. Choose another one.</source>
        <translation>编号 {mine} 属于您看不到的客户。请换一个。</translation>
    </message>
    <message>
        <source>{author} may not change this customer himself.</source>
        <translation>{author} 不能自己修改此客户。</translation>
    </message>
    <message>
        <source>{author} would like to change this; only its owner or a manager may.</source>
        <translation>{author} 想修改这条；只有负责人或主管可以修改。</translation>
    </message>
    <message>
        <source>What {author} entered does not fit.</source>
        <translation>{author} 填写的内容不合要求。</translation>
    </message>
    <message>
        <source>{author} made this before his access ended.</source>
        <translation>{author} 在权限停用之前做了这项修改。</translation>
    </message>
    <message>
        <source>{author} changed something that the centre does not know.</source>
        <translation>{author} 改了中心没有的内容。</translation>
    </message>
    <message>
        <source>{author} has a newer program; this follows by itself once the centre is brought up to date.</source>
        <translation>{author} 的程序较新；中心更新之后会自动补上。</translation>
    </message>
    <message>
        <source>The centre could not take over what {author} entered.</source>
        <translation>中心无法采用 {author} 填写的内容。</translation>
    </message>
    <message>
        <source>Sent to {name}, who decides.</source>
        <translation>已送交 {name} 决定。</translation>
    </message>
    <message>
        <source>Sent to whoever manages the team, who decides.</source>
        <translation>已送交团队主管决定。</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>有人</translation>
    </message>
    <message>
        <source>&amp;Keep theirs</source>
        <translation>保留对方的(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep what is there</source>
        <translation>保留现有的(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep it without a code</source>
        <translation>保留，不要编号(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep the record</source>
        <translation>保留该记录(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep it there</source>
        <translation>留在那里(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep it so</source>
        <translation>保持这样(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep both</source>
        <translation>两个都保留(&amp;K)</translation>
    </message>
    <message>
        <source>O&amp;K, seen</source>
        <translation>知道了(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Keep it as it is</source>
        <translation>保持现状(&amp;K)</translation>
    </message>
    <message>
        <source>Use &amp;mine</source>
        <translation>用我的(&amp;M)</translation>
    </message>
    <message>
        <source>Delete it all the sa&amp;me</source>
        <translation>仍然删除(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Move it all the same</source>
        <translation>仍然移动(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Merge them all the same</source>
        <translation>仍然合并(&amp;M)</translation>
    </message>
    <message>
        <source>Use what {name} ca&amp;me with</source>
        <translation>用 {name} 的(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Type another …</source>
        <translation>另行填写(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Ask {name} …</source>
        <translation>询问 {name}(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Ask …</source>
        <translation>询问(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Yes, let it in</source>
        <translation>采纳(&amp;Y)</translation>
    </message>
    <message>
        <source>&amp;No, leave it out</source>
        <translation>不采纳(&amp;N)</translation>
    </message>
</context>
<context>
    <name>content</name>
    <message>
        <source>a PDF document</source>
        <translation>PDF 文档</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>an Access database</source>
        <translation>Access 数据库</translation>
    </message>
    <message>
        <source>a packed archive</source>
        <translation>压缩文件</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>a Parquet file</source>
        <translation>Parquet 文件</translation>
    </message>
    <message>
        <source>a text document (RTF)</source>
        <translation>文本文档（RTF）</translation>
    </message>
    <message>
        <source>JSON data</source>
        <translation>JSON 数据</translation>
    </message>
    <message>
        <source>a collection of contact cards (vCard)</source>
        <translation>一组名片（vCard）</translation>
    </message>
    <message>
        <source>a web page</source>
        <translation>网页</translation>
    </message>
    <message>
        <source>an XML document</source>
        <translation>XML 文档</translation>
    </message>
    <message>
        <source>a packed workbook or archive</source>
        <translation>压缩的工作簿或压缩文件</translation>
    </message>
    <message>
        <source>binary data</source>
        <translation>二进制数据</translation>
    </message>
    <message>
        <source>a workbook of Excel 4 or older</source>
        <translation>Excel 4 或更早的工作簿</translation>
    </message>
    <message>
        <source>a dBASE file</source>
        <translation>dBASE 文件</translation>
    </message>
    <message>
        <source>a binary workbook (.xlsb)</source>
        <translation>二进制工作簿（.xlsb）</translation>
    </message>
    <message>
        <source>a packed archive; unpack it first</source>
        <translation>压缩文件，请先解压</translation>
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
        <translation>也许相同</translation>
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
        <translation>手机相同</translation>
    </message>
    <message>
        <source>same mail</source>
        <translation>邮箱相同</translation>
    </message>
    <message>
        <source>same name</source>
        <translation>姓名相同</translation>
    </message>
    <message>
        <source>New company</source>
        <translation>新建公司</translation>
    </message>
    <message>
        <source>Existing company</source>
        <translation>已有公司</translation>
    </message>
    <message>
        <source>New site</source>
        <translation>新建地点</translation>
    </message>
    <message>
        <source>Existing site</source>
        <translation>已有地点</translation>
    </message>
    <message>
        <source>New person</source>
        <translation>新建联系人</translation>
    </message>
    <message>
        <source>Known person</source>
        <translation>已有联系人</translation>
    </message>
</context>
<context>
    <name>crash</name>
    <message>
        <source>Something went wrong inside crmdesk. What you saved is safe.</source>
        <translation>crmdesk 内部出错了。已保存的内容都在。</translation>
    </message>
    <message>
        <source>A report without customer data was written to {path}. Please send it to the developers.</source>
        <translation>已写好一份不含客户数据的报告：{path}。请把它发给开发人员。</translation>
    </message>
</context>
<context>
    <name>criteria</name>
    <message>
        <source>{count} of {of}</source>
        <translation>{of} 项中的 {count} 项</translation>
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
        <translation>所有线索</translation>
    </message>
    <message>
        <source>It asks nothing yet. Add the first criterion.</source>
        <translation>还没有判断项。请添加第一项。</translation>
    </message>
    <message>
        <source>Nothing passes: even a yes to everything is not enough. Lower the pass mark.</source>
        <translation>无法通过：即使全部答“是”也不够。请降低通过条件。</translation>
    </message>
    <message>
        <source>Passes with {count} of {of}, for example a yes to {names}: {score} % of the weights.</source>
        <translation>{of} 项中满足 {count} 项即通过，例如 {names} 答“是”：占权重的 {score}%。</translation>
    </message>
    <message>
        <source>A no to one of these fails, whatever else is said: {names}.</source>
        <translation>以下任一项答“否”即不通过：{names}。</translation>
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
        <translation>本季度</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>本年</translation>
    </message>
    <message>
        <source>Last year</source>
        <translation>去年</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Developed by</source>
        <translation>开发人</translation>
    </message>
    <message>
        <source>On</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>新增内容</translation>
    </message>
    <message>
        <source>First order</source>
        <translation>首单</translation>
    </message>
    <message>
        <source>Joins when there are orders</source>
        <translation>有订单后显示</translation>
    </message>
    <message>
        <source>Nothing: the account was known</source>
        <translation>无：客户此前已有</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Site of a known company</source>
        <translation>老客户的新地点</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>暂无</translation>
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
        <translation>演示中心已经在运行。请先停止：crmdesk central demo --stop</translation>
    </message>
    <message>
        <source>There is no demo centre.</source>
        <translation>没有演示中心。</translation>
    </message>
    <message>
        <source>Nothing could be read from {option}.</source>
        <translation>从 {option} 什么也读不到。</translation>
    </message>
    <message>
        <source>{file} has no column {column}. It has: {found}.</source>
        <translation>{file} 里没有 {column} 列。现有的列：{found}。</translation>
    </message>
    <message>
        <source>{code} is a site. Name a company, a group for instance.</source>
        <translation>{code} 是地点。请写公司，例如集团。</translation>
    </message>
    <message>
        <source>{name} may be the same customer as {other} ({holder}), and {more} more are alike.</source>
        <translation>{name} 可能与 {other}（{holder}）是同一客户，另有 {more} 个相似。</translation>
    </message>
    <message>
        <source>{name} may be the same customer as {other} ({holder}).</source>
        <translation>{name} 可能与 {other}（{holder}）是同一客户。</translation>
    </message>
    <message>
        <source>{text} is found in {count} leads. Give the whole name, or an id.</source>
        <translation>有 {count} 条线索包含“{text}”。请给出全名或编号。</translation>
    </message>
    <message>
        <source>{text} is the name of several. Give the id of one: {ids}.</source>
        <translation>有多个名为 {text} 的记录。请给出其中一个的编号：{ids}。</translation>
    </message>
    <message>
        <source>No {kind} is called {what}.</source>
        <translation>没有名为 {what} 的{kind}。</translation>
    </message>
    <message>
        <source>This data belongs to the centre {centre} already. Leave it first.</source>
        <translation>这些数据已属于中心 {centre}。请先退出。</translation>
    </message>
    <message>
        <source>{count} records have edits that the centre does not have. Exchange first, or knowingly discard them.</source>
        <translation>{count} 条记录的修改还没到中心。请先同步，或明确选择放弃。</translation>
    </message>
    <message>
        <source>The search for duplicates ended unexpectedly. You can start it again.</source>
        <translation>查找重复意外中止。可以重新开始。</translation>
    </message>
    <message>
        <source>The exchange with the centre ended unexpectedly. Your work is saved here and will be sent later.</source>
        <translation>与中心的同步意外中断。您的工作已保存在本机，之后会送出。</translation>
    </message>
    <message>
        <source>The export ended unexpectedly. The database is as it was; you can start it again.</source>
        <translation>导出意外中断。数据库没有变化，可以重新开始。</translation>
    </message>
    <message>
        <source>The import ended unexpectedly. Nothing was changed; you can start it again.</source>
        <translation>导入意外中断。没有做任何改动，可以重新开始。</translation>
    </message>
    <message>
        <source>Undoing ended unexpectedly. Nothing was changed; you can try it again.</source>
        <translation>撤销意外中止。没有做任何改动，可以再试一次。</translation>
    </message>
    <message>
        <source>The passphrase is empty. Type one, or pass it with --passphrase-fd.</source>
        <translation>密码是空的。请输入密码，或用 --passphrase-fd 传入。</translation>
    </message>
    <message>
        <source>The action could not be carried out.</source>
        <translation>操作没有成功。</translation>
    </message>
    <message>
        <source>{field}: {reason}</source>
        <translation>{field}：{reason}</translation>
    </message>
    <message>
        <source>No company, site or contact is called {what}.</source>
        <translation>没有叫“{what}”的公司、地点或联系人。</translation>
    </message>
    <message>
        <source>{name} was changed elsewhere since you opened it. Reload it, then make your change again.</source>
        <translation>{name} 在您打开之后已被别处修改。请重新载入，再做一次修改。</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>已停止。没有做任何改动。</translation>
    </message>
    <message>
        <source>“{value}” is no amount. Type a number like 12000 or 12,000.50.</source>
        <translation>“{value}”不是金额。请写成 12000 或 12,000.50 这样。</translation>
    </message>
    <message>
        <source>{file} cannot be read as a table.</source>
        <translation>{file} 不能作为表格读取。</translation>
    </message>
    <message>
        <source>{file} cannot be opened: {reason}. Check that it exists and is not in use.</source>
        <translation>{file} 打不开：{reason}。请确认文件存在，并且没有被占用。</translation>
    </message>
    <message>
        <source>{file} holds no rows. Choose another file or another sheet.</source>
        <translation>{file} 里没有数据行。请选择其他文件或其他工作表。</translation>
    </message>
    <message>
        <source>{file} is no table but {kind}. Save the data as .xlsx or .csv, then import that file.</source>
        <translation>{file} 不是表格，而是{kind}。请把数据另存为 .xlsx 或 .csv，再导入那个文件。</translation>
    </message>
    <message>
        <source>{file} is damaged ({reason}). Get it again, or open it and save it anew.</source>
        <translation>{file} 已损坏（{reason}）。请重新获取，或打开后重新保存。</translation>
    </message>
    <message>
        <source>{file} is protected by a password. Save a copy without the password and import that.</source>
        <translation>{file} 有密码保护。请另存一份不带密码的文件再导入。</translation>
    </message>
    <message>
        <source>{file} is too large: {found}, at most {limit} can be read. Split it, or save the sheet as .csv.</source>
        <translation>{file} 太大：{found}，最多能读取 {limit}。请拆分文件，或把工作表另存为 .csv。</translation>
    </message>
    <message>
        <source>{file} was changed since it was opened. Open it again.</source>
        <translation>{file} 打开之后被改过。请重新打开。</translation>
    </message>
    <message>
        <source>{file} has no sheet {sheet}. It has: {sheets}.</source>
        <translation>{file} 里没有工作表 {sheet}。现有：{sheets}。</translation>
    </message>
    <message>
        <source>{file}: there is no encoding called {encoding}. Try utf-8, gb18030 or big5.</source>
        <translation>{file}：没有名为 {encoding} 的编码。请试试 utf-8、gb18030 或 big5。</translation>
    </message>
    <message>
        <source>{file}: {separator} cannot be a separator. Give one character, such as a comma.</source>
        <translation>{file}：{separator} 不能作分隔符。请给出一个字符，例如逗号。</translation>
    </message>
    <message>
        <source>{file} has no row {row} that could hold the column names. Give another row.</source>
        <translation>{file} 没有可作列名的第 {row} 行。请指定另一行。</translation>
    </message>
    <message>
        <source>{file}, row {row}: {found} columns, at most {limit} can be read. Check the separator or remove columns.</source>
        <translation>{file} 第 {row} 行：有 {found} 列，最多能读取 {limit} 列。请检查分隔符或删去一些列。</translation>
    </message>
    <message>
        <source>{file}, row {row}: a cell is longer than {limit} characters. Look for a quotation mark that is not closed.</source>
        <translation>{file} 第 {row} 行：有单元格超过 {limit} 个字符。请查找没有配对的引号。</translation>
    </message>
    <message>
        <source>{file}, row {row}: a quotation mark opens a cell and is never closed. Close or remove it.</source>
        <translation>{file} 第 {row} 行：单元格开头的引号没有配对。请补上或删去。</translation>
    </message>
    <message>
        <source>{file}, row {row}: {reason}. Correct that row.</source>
        <translation>{file} 第 {row} 行：{reason}。请更正该行。</translation>
    </message>
    <message>
        <source>Row {row}: {field}: {reason}</source>
        <translation>第 {row} 行：{field}：{reason}</translation>
    </message>
    <message>
        <source>no company is named in this row. Fill its name, code or credit code.</source>
        <translation>该行没有写明公司。请填写公司名称、编号或信用代码。</translation>
    </message>
    <message>
        <source>nobody is named in this row. Fill the company, a person, mail, phone or number.</source>
        <translation>该行没有写明是谁。请填写公司、联系人、邮箱、电话或编号。</translation>
    </message>
    <message>
        <source>the text holds characters that cannot be read. Choose the file's right encoding.</source>
        <translation>文本中有无法读取的字符。请为文件选择正确的编码。</translation>
    </message>
    <message>
        <source>there are more cells than columns ({cells}). A quote or separator is missing in this row.</source>
        <translation>单元格比列多（{cells}）。该行缺少引号或分隔符。</translation>
    </message>
    <message>
        <source>The mapping cannot be used: {column}: {reason}</source>
        <translation>这份列对应不能使用：{column}：{reason}</translation>
    </message>
    <message>
        <source>{file} is no mapping file: {reason}</source>
        <translation>{file} 不是列对应文件：{reason}</translation>
    </message>
    <message>
        <source>the file has no such column.</source>
        <translation>文件里没有这一列。</translation>
    </message>
    <message>
        <source>it names no columns.</source>
        <translation>没有写明任何列。</translation>
    </message>
    <message>
        <source>it was written by a newer version.</source>
        <translation>它由更新的版本写成。</translation>
    </message>
    <message>
        <source>nothing is called that in a mapping.</source>
        <translation>列对应里没有这个名称。</translation>
    </message>
    <message>
        <source>a value is of the wrong type.</source>
        <translation>有一个值类型不对。</translation>
    </message>
    <message>
        <source>there is no such field.</source>
        <translation>没有这个字段。</translation>
    </message>
    <message>
        <source>another column is mapped to the same field.</source>
        <translation>另一列已对应到同一字段。</translation>
    </message>
    <message>
        <source>the column is mapped to two fields.</source>
        <translation>这一列对应到了两个字段。</translation>
    </message>
    <message>
        <source>no column says which company a row belongs to.</source>
        <translation>没有一列说明每行属于哪家公司。</translation>
    </message>
    <message>
        <source>rows of this kind have no such field.</source>
        <translation>这类行没有此字段。</translation>
    </message>
    <message>
        <source>no column names the lead: its company, a person, mail, phone or number.</source>
        <translation>没有一列说明线索是谁：公司、联系人、邮箱、电话或编号。</translation>
    </message>
    <message>
        <source>no column is mapped to it, but it decides what a row is.</source>
        <translation>没有一列对应到它，但它决定每行是什么。</translation>
    </message>
    <message>
        <source>No mapping is called {name}.</source>
        <translation>没有名为“{name}”的列对应。</translation>
    </message>
    <message>
        <source>{code} cannot be a code. A code has up to {longest} letters A–Z and digits, with - _ . / only between them.</source>
        <translation>{code} 不能作编号。编号最多 {longest} 位，由字母 A–Z 和数字组成，- _ . / 只能用在中间。</translation>
    </message>
    <message>
        <source>{field}: a whole number from 0 to 9999, or nothing.</source>
        <translation>{field}：0 到 9999 的整数，或留空。</translation>
    </message>
    <message>
        <source>{field}: a whole number from 1 to 9999, or nothing.</source>
        <translation>{field}：1 到 9999 的整数，或留空。</translation>
    </message>
    <message>
        <source>Days by grade: for each grade a whole number of days from 1 to 9999.</source>
        <translation>按等级的天数：每个等级填 1 到 9999 的整数天。</translation>
    </message>
    <message>
        <source>Code {code} already belongs to {name}. Choose another code.</source>
        <translation>编号 {code} 已属于 {name}。请换一个编号。</translation>
    </message>
    <message>
        <source>{name} cannot be placed under {parent}: {parent} lies below it.</source>
        <translation>{name} 不能放在 {parent} 之下：{parent} 在它的下级。</translation>
    </message>
    <message>
        <source>A record can be taken along for 1 to {most} days.</source>
        <translation>一个客户可以暂由您跟进 1 到 {most} 天。</translation>
    </message>
    <message>
        <source>You neither hold this record nor asked for it.</source>
        <translation>这个客户不由您跟进，您也没有申请。</translation>
    </message>
    <message>
        <source>This was settled meanwhile, or cannot be settled that way.</source>
        <translation>它在此期间已解决，或不能这样解决。</translation>
    </message>
    <message>
        <source>The answer is on its way already. Change the record itself instead.</source>
        <translation>回答已经送出。请直接修改记录。</translation>
    </message>
    <message>
        <source>The conversion of {name} cannot be undone: {count} things were built on it since. Take those back first.</source>
        <translation>无法撤销 {name} 的转化：之后又有了 {count} 项内容。请先撤销它们。</translation>
    </message>
    <message>
        <source>{name} was converted by {who} on another computer and can only be undone there.</source>
        <translation>{name} 由 {who} 在另一台电脑上转化，只能在那里撤销。</translation>
    </message>
    <message>
        <source>{name} has not been converted.</source>
        <translation>{name} 还没有转化。</translation>
    </message>
    <message>
        <source>{name} is not qualified yet. Qualify the lead first, then convert it.</source>
        <translation>{name} 还没有通过评估。请先评估资格，再转化。</translation>
    </message>
    <message>
        <source>{name} has been converted already. Open its account instead.</source>
        <translation>{name} 已经转化。请打开对应的客户。</translation>
    </message>
    <message>
        <source>{name} is with nobody. Claim the lead first, then convert it.</source>
        <translation>{name} 没有负责人。请先领取，再转化。</translation>
    </message>
    <message>
        <source>{value} is out of range: use a number from 0 to {most}.</source>
        <translation>{value} 超出范围：请用 0 到 {most} 的数字。</translation>
    </message>
    <message>
        <source>Leads were judged by {name}: what counts in it stays as it is for them. Make a new version of it and change that.</source>
        <translation>已有线索按 {name} 评估：计分方式不再改变。请建立新版本再修改。</translation>
    </message>
    <message>
        <source>One of the two records was merged or deleted meanwhile. Look at the list again.</source>
        <translation>两条记录之一在此期间已合并或删除。请重新查看列表。</translation>
    </message>
    <message>
        <source>{name} is with {owner}.</source>
        <translation>{name} 由 {owner} 负责。</translation>
    </message>
    <message>
        <source>The pool {pool} is for others: you are not one of its members.</source>
        <translation>公海 {pool} 供他人使用：您不是其成员。</translation>
    </message>
    <message>
        <source>You had {name} before. By the rules of the pool {pool} you can claim it again from {day}.</source>
        <translation>您曾负责 {name}。按公海 {pool} 的规则，您从 {day} 起才能再次领取。</translation>
    </message>
    <message>
        <source>By the rules of the pool {pool} a person may claim {limit} a day; you have {left} left today.</source>
        <translation>按公海 {pool} 的规则，每人每天可领取 {limit} 条；您今天还可领取 {left} 条。</translation>
    </message>
    <message>
        <source>By the rules of the pool {pool} a person may have {limit} prospects at once; you have {held}.</source>
        <translation>按公海 {pool} 的规则，每人最多同时持有 {limit} 条；您已有 {held} 条。</translation>
    </message>
    <message>
        <source>{name} is not yours to release.</source>
        <translation>{name} 不由您负责，不能由您释放。</translation>
    </message>
    <message>
        <source>There is no pool for this. Make one in the settings first.</source>
        <translation>没有可用的公海。请先在设置中新建。</translation>
    </message>
    <message>
        <source>A lead needs the name of a company or of a person.</source>
        <translation>线索需要填写公司名称或联系人姓名。</translation>
    </message>
    <message>
        <source>{name} was converted. Work goes on at its account; take the conversion back to change it.</source>
        <translation>{name} 已转化，后续工作在客户上进行；如需修改，请先撤销转化。</translation>
    </message>
    <message>
        <source>A lead is with one person or in one pool, not both.</source>
        <translation>线索只能归属一位负责人或一个公海，不能同时归属两者。</translation>
    </message>
    <message>
        <source>A lead becomes qualified by its qualification, disqualified with a reason, and converted by its conversion.</source>
        <translation>“合格”由资格评估得出，“无效”需要填写原因，“已转化”由转化得出，不能直接设置。</translation>
    </message>
    <message>
        <source>{name} waits in the pool {pool}, whose administrators hand leads out. Claim it instead.</source>
        <translation>{name} 在公海“{pool}”中，只有该公海的管理员才能分配。请改为领取。</translation>
    </message>
    <message>
        <source>Choose at least two different records of one kind to merge.</source>
        <translation>请选择至少两条不同的同类记录再合并。</translation>
    </message>
    <message>
        <source>Only companies with companies, sites with sites and people with people can be merged.</source>
        <translation>公司只能与公司合并，地点只能与地点合并，联系人只能与联系人合并。</translation>
    </message>
    <message>
        <source>{field} is nothing to choose in this merge. Known: {known}.</source>
        <translation>这次合并不能选择 {field}。可选：{known}。</translation>
    </message>
    <message>
        <source>{name} cannot be placed under itself.</source>
        <translation>{name} 不能放在自己之下。</translation>
    </message>
    <message>
        <source>{name} is a site: it always belongs to a company and cannot stand at the top.</source>
        <translation>{name} 是地点：始终属于一家公司，不能放在最上级。</translation>
    </message>
    <message>
        <source>Nothing can be placed under {name}: it is a site, only companies hold others.</source>
        <translation>{name} 之下不能放内容：它是地点，只有公司可以有下级。</translation>
    </message>
    <message>
        <source>An opportunity belongs to an account. Convert the lead first.</source>
        <translation>商机属于客户。请先转化线索。</translation>
    </message>
    <message>
        <source>Only administrators of the pool {pool} can do this with {name}.</source>
        <translation>只有公海 {pool} 的管理员可以对 {name} 执行此操作。</translation>
    </message>
    <message>
        <source>By its rules the pool {pool} takes no accounts.</source>
        <translation>按规则，公海 {pool} 不接收客户。</translation>
    </message>
    <message>
        <source>Choose another pool than {pool} for what waits in it.</source>
        <translation>请为其中的记录选择 {pool} 以外的公海。</translation>
    </message>
    <message>
        <source>Only administrators of the pool {pool} can change it.</source>
        <translation>只有公海 {pool} 的管理员可以更改它。</translation>
    </message>
    <message>
        <source>{count} records wait in the pool {pool}. Move or assign them first.</source>
        <translation>公海 {pool} 中还有 {count} 条记录。请先移走或分配。</translation>
    </message>
    <message>
        <source>By the rules of the pool {pool} a person may open {limit} of its records a day.</source>
        <translation>按公海 {pool} 的规则，每人每天可查看 {limit} 条记录。</translation>
    </message>
    <message>
        <source>This qualification is closed. Begin a new one to change its answers.</source>
        <translation>这次评估已结束。要修改回答，请重新评估。</translation>
    </message>
    <message>
        <source>{name} has been converted. Its qualification can be read, not changed.</source>
        <translation>{name} 已经转化。评估只能查看，不能修改。</translation>
    </message>
    <message>
        <source>There is no field {field} that could be set. Known fields: {known}.</source>
        <translation>没有可设置的字段 {field}。可用字段：{known}。</translation>
    </message>
    <message>
        <source>{field} must not be empty.</source>
        <translation>{field}不能为空。</translation>
    </message>
    <message>
        <source>{field} holds at most {limit} characters; this text has {length}. Shorten it.</source>
        <translation>{field}最多 {limit} 个字符，这里有 {length} 个。请缩短。</translation>
    </message>
    <message>
        <source>{field} must be a number, not “{value}”.</source>
        <translation>{field}必须是数字，不能是“{value}”。</translation>
    </message>
    <message>
        <source>{field} must be a date like 2026-11-22, not “{value}”.</source>
        <translation>{field}必须是 2026-11-22 这样的日期，不能是“{value}”。</translation>
    </message>
    <message>
        <source>{field} must be one of {choices}, not “{value}”.</source>
        <translation>{field}只能是 {choices} 之一，不能是“{value}”。</translation>
    </message>
    <message>
        <source>{name} of this company stands at the same address ({address}). Open it, add a floor or department to it, or say that it is another building.</source>
        <translation>该公司的 {name} 就在同一地址（{address}）。请打开它、为它添加楼层或部门，或说明是另一栋楼。</translation>
    </message>
    <message>
        <source>Since this was proposed, others were changed: {names}. Nothing was split; look at a new proposal.</source>
        <translation>方案生成之后有改动：{names}。没有拆分，请查看新方案。</translation>
    </message>
    <message>
        <source>There is nothing to split: every account has one address.</source>
        <translation>没有可拆分的：每个客户都只有一个地址。</translation>
    </message>
    <message>
        <source>A probability is a number from 0 to 100, not {value}.</source>
        <translation>概率是 0 到 100 的数字，不能是 {value}。</translation>
    </message>
    <message>
        <source>At least one stage that is neither won nor lost has to stay.</source>
        <translation>至少要保留一个未成交也未输单的阶段。</translation>
    </message>
    <message>
        <source>Another entry has the code {code} already. Choose another code.</source>
        <translation>另一条目已使用编号 {code}。请换一个编号。</translation>
    </message>
    <message>
        <source>There is nothing to undo.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to redo.</source>
        <translation>没有可重做的操作。</translation>
    </message>
    <message>
        <source>{label} cannot be undone: it is undone already, or no action of a person.</source>
        <translation>“{label}”不能撤销：已经撤销过，或者不是人的操作。</translation>
    </message>
    <message>
        <source>{name} is not part of any merge that could be undone.</source>
        <translation>{name} 没有可以撤销的合并。</translation>
    </message>
    <message>
        <source>{question} is not to be decided here, or not in this way.</source>
        <translation>{question} 不在这里决定，或不能这样决定。</translation>
    </message>
    <message>
        <source>{path} cannot be restored: {detail}. Choose another backup; the present file was not touched.</source>
        <translation>{path} 不能恢复：{detail}。请选择其他备份；当前文件没有改动。</translation>
    </message>
    <message>
        <source>The passphrase does not open {path}. Nothing was changed; try again.</source>
        <translation>密码打不开 {path}。没有做任何改动，请再试一次。</translation>
    </message>
    <message>
        <source>{path} is encrypted and its key is not in this computer's keyring. Give its passphrase.</source>
        <translation>{path} 已加密，本机钥匙串里没有它的密钥。请输入密码。</translation>
    </message>
    <message>
        <source>This computer has no keyring. Choose a passphrase, or knowingly an unencrypted file.</source>
        <translation>本机没有钥匙串。请设一个密码，或明确选择不加密。</translation>
    </message>
    <message>
        <source>{path} was last used by a newer crmdesk (format {revision}). Update this program; the file was not touched.</source>
        <translation>{path} 上次由更新的 crmdesk 使用（格式 {revision}）。请更新本程序；文件没有改动。</translation>
    </message>
    <message>
        <source>{path} is damaged ({detail}). Restore a backup; the damaged file is kept.</source>
        <translation>{path} 已损坏（{detail}）。请恢复备份；损坏的文件会保留。</translation>
    </message>
    <message>
        <source>There is no crmdesk file at {path}. Check the path, or create it with `crmdesk demo` or an import.</source>
        <translation>{path} 没有 crmdesk 文件。请检查路径，或用 `crmdesk demo` 或导入来创建。</translation>
    </message>
    <message>
        <source>{path} exists already. Choose another place.</source>
        <translation>{path} 已存在。请选择其他位置。</translation>
    </message>
    <message>
        <source>{path} cannot be opened: {detail}. Check the disk and your rights to the folder.</source>
        <translation>{path} 打不开：{detail}。请检查磁盘和您对文件夹的权限。</translation>
    </message>
    <message>
        <source>Another crmdesk is writing to {path}. Wait until it has finished, then try again.</source>
        <translation>另一个 crmdesk 正在写入 {path}。请等它完成后再试。</translation>
    </message>
    <message>
        <source>{path} is open in another crmdesk (process {pid} on {host}). Use that window, or close it first.</source>
        <translation>{path} 已在另一个 crmdesk 中打开（{host} 上的进程 {pid}）。请使用那个窗口，或先关闭它。</translation>
    </message>
    <message>
        <source>This is not the address of a centre: {reason}</source>
        <translation>这不是中心的地址：{reason}</translation>
    </message>
    <message>
        <source>Leave the password out of the address. You are asked for it, or pass it with --password-fd.</source>
        <translation>地址里不要写密码。程序会向您询问，或用 --password-fd 传入。</translation>
    </message>
    <message>
        <source>The password of {user} at the centre is not known here. Connect again and type it.</source>
        <translation>本机没有 {user} 在中心的密码。请重新连接并输入密码。</translation>
    </message>
    <message>
        <source>The centre's certificate is not trusted, so nothing was sent. Ask for your company's CA file and name it. ({detail})</source>
        <translation>中心的证书不受信任，所以什么也没有送出。请索取公司的 CA 文件并填写。（{detail}）</translation>
    </message>
    <message>
        <source>This database is not a centre for you. Ask its administrator to initialise it and to add you. ({detail})</source>
        <translation>这个数据库还不是您的中心。请管理员先建立中心，并把您加进去。（{detail}）</translation>
    </message>
    <message>
        <source>The centre could not do this. Your work is saved here and will be sent later. Tell its administrator: {detail}</source>
        <translation>中心无法完成。您的工作已保存在本机，之后会送出。请告诉管理员：{detail}</translation>
    </message>
    <message>
        <source>No PostgreSQL 15 to 18 is on this computer. Install one, name its folder in CRMDESK_PGBIN, or install crmdesk[centre].</source>
        <translation>本机没有 PostgreSQL 15 到 18。请安装，或在 CRMDESK_PGBIN 里写明其文件夹，或安装 crmdesk[centre]。</translation>
    </message>
    <message>
        <source>PostgreSQL's {program} failed: {detail}</source>
        <translation>PostgreSQL 的 {program} 失败：{detail}</translation>
    </message>
    <message>
        <source>This data belongs to somebody else than {name}, whose login this is. Use the right login, or leave the centre first.</source>
        <translation>这些数据不属于此登录名的 {name}。请用正确的登录名，或先退出中心。</translation>
    </message>
    <message>
        <source>This data is not connected to a centre.</source>
        <translation>这些数据没有连接中心。</translation>
    </message>
    <message>
        <source>The centre cannot be reached. Your work is saved here and will be sent later. ({detail})</source>
        <translation>联系不上中心。您的工作已保存在本机，之后会送出。（{detail}）</translation>
    </message>
    <message>
        <source>The centre does not let you in. Check the name and the password. ({detail})</source>
        <translation>中心不允许您进入。请检查登录名和密码。（{detail}）</translation>
    </message>
    <message>
        <source>The exchange was stopped. What is done is done; the rest follows next time.</source>
        <translation>同步已停止。已完成的保留，其余下次再做。</translation>
    </message>
    <message>
        <source>The database cannot be reached, so nothing was exported. Try again when there is a network. ({detail})</source>
        <translation>联系不上数据库，所以没有导出。请在有网络时再试。（{detail}）</translation>
    </message>
    <message>
        <source>The database refuses the export. Check the name, the password and the rights. ({detail})</source>
        <translation>数据库拒绝导出。请检查登录名、密码和权限。（{detail}）</translation>
    </message>
    <message>
        <source>The export failed; the database is as it was before. Tell its administrator: {detail}</source>
        <translation>导出失败；数据库没有变化。请告诉管理员：{detail}</translation>
    </message>
    <message>
        <source>The schema {schema} holds other tables. Name another schema for the export, so that nothing is touched.</source>
        <translation>模式 {schema} 里有其他表。请为导出另写一个模式，以免动到它们。</translation>
    </message>
    <message>
        <source>A newer crmdesk exported into {schema}. Install that version here, too.</source>
        <translation>更新版本的 crmdesk 曾导出到 {schema}。请在本机也安装该版本。</translation>
    </message>
    <message>
        <source>“{schema}” cannot be a schema's name: use a to z, 0 to 9 and _, a letter first.</source>
        <translation>“{schema}”不能作模式名：只能用 a 到 z、0 到 9 和 _，首位须是字母。</translation>
    </message>
    <message>
        <source>Another computer is exporting into this database. Try again in a minute.</source>
        <translation>另一台电脑正在导出到这个数据库。请过一分钟再试。</translation>
    </message>
    <message>
        <source>The picture could not be written to {path}. Choose another folder or name.</source>
        <translation>图片无法写入 {path}。请选择其他文件夹或名称。</translation>
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
        <translation>到达本机以来的全部修改</translation>
    </message>
    <message>
        <source>My own accounts, and chosen companies</source>
        <translation>我自己的客户和选定的公司</translation>
    </message>
    <message>
        <source>My own team's accounts</source>
        <translation>本团队的客户</translation>
    </message>
    <message>
        <source>The accounts of all teams I work in or manage</source>
        <translation>我所在和管理的所有团队的客户</translation>
    </message>
    <message>
        <source>Everything I may see</source>
        <translation>我能查看的全部内容</translation>
    </message>
    <message>
        <source>{name} · {company}</source>
        <translation>{name} · {company}</translation>
    </message>
    <message>
        <source>exchanged just now</source>
        <translation>刚刚同步</translation>
    </message>
    <message numerus="yes">
        <source>exchanged %n minutes ago</source>
        <translation><numerusform>%n 分钟前同步</numerusform></translation>
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
        <translation>权限已停用</translation>
    </message>
    <message>
        <source>Your login at the centre has ended. What you entered is sent; after the next exchange all customers are removed from this computer. If this is a mistake, ask your administrator now.</source>
        <translation>您在中心的登录已终止。您录入的内容已送出；下次交换后，所有客户将从本机移除。如有误，请立即联系管理员。</translation>
    </message>
    <message>
        <source>Your login at the centre has ended. What you entered is at the centre, and all customers were removed from this computer. If your login is opened again, the next exchange brings them back.</source>
        <translation>您在中心的登录已终止。您录入的内容已在中心，所有客户已从本机移除。登录重新开通后，下次交换会把它们取回。</translation>
    </message>
    <message>
        <source>update needed</source>
        <translation>需要更新</translation>
    </message>
    <message>
        <source>This program is too old to fetch what others changed. Your work is sent and safe.</source>
        <translation>本程序版本太旧，无法取回别人的修改。您的工作已送出，不会丢失。</translation>
    </message>
    <message>
        <source>nothing sent yet</source>
        <translation>尚未送出</translation>
    </message>
    <message>
        <source>Some of your records may be at the centre already. Compare them first, then everything is sent.</source>
        <translation>您的一些记录可能已在中心。请先对比，然后全部送出。</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>已保存在本机</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>待送达</translation>
    </message>
    <message>
        <source>At the centre</source>
        <translation>已到中心</translation>
    </message>
    <message>
        <source>Needs you</source>
        <translation>待您处理</translation>
    </message>
    <message>
        <source>What you changed here is saved on this computer; the next exchange takes it to the centre.</source>
        <translation>您的修改已保存在本机；下次同步时送到中心。</translation>
    </message>
    <message>
        <source>What you changed here was sent; the centre has not confirmed it yet.</source>
        <translation>您的修改已送出；中心尚未确认。</translation>
    </message>
    <message>
        <source>The centre has everything you entered here, and you see what it has.</source>
        <translation>您录入的内容都已到中心，您看到的与中心一致。</translation>
    </message>
    <message>
        <source>Somebody else changed the same, or an edit waits for your word: see below.</source>
        <translation>别人改了同一处，或有修改等您确认：见下方。</translation>
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
        <translation>上级公司</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Delivery address</source>
        <translation>收货地址</translation>
    </message>
    <message>
        <source>Further addresses</source>
        <translation>附加地址</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Address of the contact</source>
        <translation>联系人地址</translation>
    </message>
    <message>
        <source>Second address of the contact</source>
        <translation>联系人第二地址</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>Legal name</source>
        <translation>公司全称</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>简称</translation>
    </message>
    <message>
        <source>Customer code</source>
        <translation>客户编号</translation>
    </message>
    <message>
        <source>Credit code or tax number</source>
        <translation>信用代码或税号</translation>
    </message>
    <message>
        <source>Kind of company</source>
        <translation>公司类型</translation>
    </message>
    <message>
        <source>Country of the company</source>
        <translation>公司所在国家</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Customer kind</source>
        <translation>客户类型</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Phone of the company</source>
        <translation>公司电话</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>网站</translation>
    </message>
    <message>
        <source>Number of employees</source>
        <translation>员工人数</translation>
    </message>
    <message>
        <source>Registered on</source>
        <translation>成立日期</translation>
    </message>
    <message>
        <source>Invoice title</source>
        <translation>发票抬头</translation>
    </message>
    <message>
        <source>Invoice address</source>
        <translation>开票地址</translation>
    </message>
    <message>
        <source>Invoice phone</source>
        <translation>开票电话</translation>
    </message>
    <message>
        <source>Bank</source>
        <translation>开户行</translation>
    </message>
    <message>
        <source>Bank account</source>
        <translation>银行账号</translation>
    </message>
    <message>
        <source>Owner of the company</source>
        <translation>公司负责人</translation>
    </message>
    <message>
        <source>Note on the company</source>
        <translation>公司备注</translation>
    </message>
    <message>
        <source>Customer code of the parent</source>
        <translation>上级公司的客户编号</translation>
    </message>
    <message>
        <source>Credit code of the parent</source>
        <translation>上级公司的信用代码</translation>
    </message>
    <message>
        <source>Name of the parent</source>
        <translation>上级公司名称</translation>
    </message>
    <message>
        <source>Name of the topmost company</source>
        <translation>最上级公司名称</translation>
    </message>
    <message>
        <source>Credit code of the topmost company</source>
        <translation>最上级公司的信用代码</translation>
    </message>
    <message>
        <source>Site name</source>
        <translation>地点名称</translation>
    </message>
    <message>
        <source>Site code</source>
        <translation>地点编号</translation>
    </message>
    <message>
        <source>Kind of place</source>
        <translation>地点类型</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>国家</translation>
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
        <translation>区县</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>街道门牌</translation>
    </message>
    <message>
        <source>Whole address</source>
        <translation>完整地址</translation>
    </message>
    <message>
        <source>Postcode</source>
        <translation>邮编</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Website of the site</source>
        <translation>地点网站</translation>
    </message>
    <message>
        <source>Industry of the site</source>
        <translation>地点行业</translation>
    </message>
    <message>
        <source>Source of the site</source>
        <translation>地点来源</translation>
    </message>
    <message>
        <source>Customer kind of the site</source>
        <translation>地点的客户类型</translation>
    </message>
    <message>
        <source>Grade of the site</source>
        <translation>地点等级</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The status follows the orders; it is never imported.</source>
        <translation>状态由订单决定，从不导入。</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Delivery: country</source>
        <translation>收货：国家</translation>
    </message>
    <message>
        <source>Delivery: province or state</source>
        <translation>收货：省份</translation>
    </message>
    <message>
        <source>Delivery: city</source>
        <translation>收货：城市</translation>
    </message>
    <message>
        <source>Delivery: district</source>
        <translation>收货：区县</translation>
    </message>
    <message>
        <source>Delivery: street</source>
        <translation>收货：街道门牌</translation>
    </message>
    <message>
        <source>Delivery: postcode</source>
        <translation>收货：邮编</translation>
    </message>
    <message>
        <source>Delivery: whole address</source>
        <translation>收货：完整地址</translation>
    </message>
    <message>
        <source>Billing address in one column</source>
        <translation>账单地址（写在一列）</translation>
    </message>
    <message>
        <source>Mailing address in one column</source>
        <translation>邮寄地址（写在一列）</translation>
    </message>
    <message>
        <source>One more address in one column</source>
        <translation>另一个地址（写在一列）</translation>
    </message>
    <message>
        <source>Contact name</source>
        <translation>联系人姓名</translation>
    </message>
    <message>
        <source>Family name of the contact</source>
        <translation>联系人的姓</translation>
    </message>
    <message>
        <source>Given name of the contact</source>
        <translation>联系人的名</translation>
    </message>
    <message>
        <source>Title of the contact</source>
        <translation>联系人职务</translation>
    </message>
    <message>
        <source>Department of the contact</source>
        <translation>联系人部门</translation>
    </message>
    <message>
        <source>Mobile of the contact</source>
        <translation>联系人手机</translation>
    </message>
    <message>
        <source>Phone of the contact</source>
        <translation>联系人电话</translation>
    </message>
    <message>
        <source>E-mail of the contact</source>
        <translation>联系人邮箱</translation>
    </message>
    <message>
        <source>Main contact</source>
        <translation>主要联系人</translation>
    </message>
    <message>
        <source>Note on the contact</source>
        <translation>联系人备注</translation>
    </message>
    <message>
        <source>Contact's address: country</source>
        <translation>联系人地址：国家</translation>
    </message>
    <message>
        <source>Contact's address: province or state</source>
        <translation>联系人地址：省份</translation>
    </message>
    <message>
        <source>Contact's address: city</source>
        <translation>联系人地址：城市</translation>
    </message>
    <message>
        <source>Contact's address: district</source>
        <translation>联系人地址：区县</translation>
    </message>
    <message>
        <source>Contact's address: street</source>
        <translation>联系人地址：街道门牌</translation>
    </message>
    <message>
        <source>Contact's address: postcode</source>
        <translation>联系人地址：邮编</translation>
    </message>
    <message>
        <source>Contact's address in one column</source>
        <translation>联系人地址（写在一列）</translation>
    </message>
    <message>
        <source>Contact's second address: country</source>
        <translation>联系人第二地址：国家</translation>
    </message>
    <message>
        <source>Contact's second address: province or state</source>
        <translation>联系人第二地址：省份</translation>
    </message>
    <message>
        <source>Contact's second address: city</source>
        <translation>联系人第二地址：城市</translation>
    </message>
    <message>
        <source>Contact's second address: street</source>
        <translation>联系人第二地址：街道门牌</translation>
    </message>
    <message>
        <source>Contact's second address: postcode</source>
        <translation>联系人第二地址：邮编</translation>
    </message>
    <message>
        <source>Id of the row in the other system</source>
        <translation>该行在其他系统中的编号</translation>
    </message>
    <message>
        <source>Id of the parent's row in the other system</source>
        <translation>上级所在行在其他系统中的编号</translation>
    </message>
    <message>
        <source>What the row is</source>
        <translation>该行是什么</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>联系人</translation>
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
        <translation>职务</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Source, second level</source>
        <translation>二级来源</translation>
    </message>
    <message>
        <source>Came in by</source>
        <translation>进入方式</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>市场活动</translation>
    </message>
    <message>
        <source>Converted in the other system</source>
        <translation>在原系统中已转化</translation>
    </message>
    <message>
        <source>Why it was disqualified</source>
        <translation>判为无效的原因</translation>
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
        <translation>合同到期日</translation>
    </message>
    <message>
        <source>Visits to the web site</source>
        <translation>网站访问次数</translation>
    </message>
    <message>
        <source>Seconds on the web site</source>
        <translation>网站停留秒数</translation>
    </message>
    <message>
        <source>Pages per visit</source>
        <translation>每次访问页数</translation>
    </message>
    <message>
        <source>Number elsewhere</source>
        <translation>外部编号</translation>
    </message>
    <message>
        <source>As in the mapping kept for such files</source>
        <translation>按此类文件保存的列对应</translation>
    </message>
    <message>
        <source>By the name of the column</source>
        <translation>按列名</translation>
    </message>
    <message>
        <source>The name of the column is similar</source>
        <translation>列名相近</translation>
    </message>
    <message>
        <source>By what the column holds</source>
        <translation>按列中的内容</translation>
    </message>
    <message>
        <source>The name fits, the values do not</source>
        <translation>名称相符，内容不符</translation>
    </message>
    <message>
        <source>Another column fits the same field better</source>
        <translation>另一列更符合这个字段</translation>
    </message>
    <message>
        <source>Not recognised</source>
        <translation>未识别</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Invoice and bank</source>
        <translation>开票和银行</translation>
    </message>
    <message>
        <source>Claims a day</source>
        <translation>每日领取数</translation>
    </message>
    <message>
        <source>Prospects held</source>
        <translation>持有上限</translation>
    </message>
    <message>
        <source>Former owner waits</source>
        <translation>原负责人等待天数</translation>
    </message>
    <message>
        <source>Days without follow-up</source>
        <translation>无跟进天数</translation>
    </message>
    <message>
        <source>Days without opportunity</source>
        <translation>无商机天数</translation>
    </message>
    <message>
        <source>Days after contract end</source>
        <translation>合同到期后天数</translation>
    </message>
    <message>
        <source>Protected days</source>
        <translation>保护天数</translation>
    </message>
    <message>
        <source>Warning days before</source>
        <translation>提前提醒天数</translation>
    </message>
    <message>
        <source>Views a day</source>
        <translation>每日查看数</translation>
    </message>
    <message>
        <source>Days by grade</source>
        <translation>按等级的天数</translation>
    </message>
    <message>
        <source>Graded on</source>
        <translation>定级日期</translation>
    </message>
    <message>
        <source>Graded by</source>
        <translation>定级人</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>Credit code</source>
        <translation>信用代码</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>员工人数</translation>
    </message>
    <message>
        <source>Business functions</source>
        <translation>业务职能</translation>
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
        <translation>折扣级别</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>结束</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Name (Simplified Chinese)</source>
        <translation>名称（简体中文）</translation>
    </message>
    <message>
        <source>Name (Traditional Chinese)</source>
        <translation>名称（繁体中文）</translation>
    </message>
    <message>
        <source>Name (English)</source>
        <translation>名称（英文）</translation>
    </message>
    <message>
        <source>Floor or department</source>
        <translation>楼层或部门</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>楼层</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房号</translation>
    </message>
    <message>
        <source>Used for</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>Protected until</source>
        <translation>保护至</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>With its owner since</source>
        <translation>归属起始时间</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>In the pool since</source>
        <translation>进入公海时间</translation>
    </message>
    <message>
        <source>Former owner</source>
        <translation>原负责人</translation>
    </message>
    <message>
        <source>Last follow-up</source>
        <translation>最近跟进</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Released by rule</source>
        <translation>自动释放规则</translation>
    </message>
    <message>
        <source>Became company</source>
        <translation>转化为公司</translation>
    </message>
    <message>
        <source>Became account</source>
        <translation>转化为客户</translation>
    </message>
    <message>
        <source>Became contact</source>
        <translation>转化为联系人</translation>
    </message>
    <message>
        <source>Converted at</source>
        <translation>转化时间</translation>
    </message>
    <message>
        <source>Converted by</source>
        <translation>转化人</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>By</source>
        <translation>执行人</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>币种</translation>
    </message>
    <message>
        <source>Closes on</source>
        <translation>预计成交日</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Passes from (percent)</source>
        <translation>通过分数（百分比）</translation>
    </message>
    <message>
        <source>Passes with (criteria)</source>
        <translation>通过项数</translation>
    </message>
    <message>
        <source>Question (Simplified Chinese)</source>
        <translation>问题（简体中文）</translation>
    </message>
    <message>
        <source>Question (Traditional Chinese)</source>
        <translation>问题（繁体中文）</translation>
    </message>
    <message>
        <source>Question (English)</source>
        <translation>问题（英文）</translation>
    </message>
    <message>
        <source>Hint (Simplified Chinese)</source>
        <translation>提示（简体中文）</translation>
    </message>
    <message>
        <source>Hint (Traditional Chinese)</source>
        <translation>提示（繁体中文）</translation>
    </message>
    <message>
        <source>Hint (English)</source>
        <translation>提示（英文）</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Knock-out</source>
        <translation>一票否决</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Begun by</source>
        <translation>开始人</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Ended by</source>
        <translation>结束人</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
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
        <translation>依据</translation>
    </message>
    <message>
        <source>Learnt on</source>
        <translation>获知日期</translation>
    </message>
    <message>
        <source>Developed by</source>
        <translation>开发人</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>The name</source>
        <translation>名称</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>The file is damaged: {detail}</source>
        <translation>文件已损坏：{detail}</translation>
    </message>
    <message>
        <source>Restore a backup; the damaged file is kept and what was entered since is listed.</source>
        <translation>请恢复备份；损坏的文件会保留，之后录入的内容会列出来。</translation>
    </message>
    <message>
        <source>Open the record and correct it.</source>
        <translation>打开该记录并更正。</translation>
    </message>
    <message>
        <source>Run `crmdesk check --repair`.</source>
        <translation>请运行 `crmdesk check --repair`。</translation>
    </message>
    <message>
        <source>Restore a backup, or tell the maintainers: changes may have gone unlogged.</source>
        <translation>请恢复备份，或联系维护人员：可能有改动没有记下来。</translation>
    </message>
    <message>
        <source>Code {code} is used by {count} records.</source>
        <translation>编号 {code} 被 {count} 条记录使用。</translation>
    </message>
    <message>
        <source>{kind} {name}: {field} points to a record that does not exist.</source>
        <translation>{kind} {name}：{field}指向不存在的记录。</translation>
    </message>
    <message>
        <source>{kind} {name}: {field} points to a deleted record.</source>
        <translation>{kind} {name}：{field}指向已删除的记录。</translation>
    </message>
    <message>
        <source>Company {name} lies below itself.</source>
        <translation>公司 {name} 成了自己的下级。</translation>
    </message>
    <message>
        <source>{kind} {name} was merged into another record and yet is not put away.</source>
        <translation>{kind} {name} 已并入其他记录，却还在使用中。</translation>
    </message>
    <message>
        <source>{kind} {name} was merged into a record that does not exist.</source>
        <translation>{kind} {name} 并入的记录不存在。</translation>
    </message>
    <message>
        <source>Company {name} counts {stored} sites; there are {right}.</source>
        <translation>公司 {name} 记有 {stored} 个地点，实际有 {right} 个。</translation>
    </message>
    <message>
        <source>{count} records of {kind} have no place in the order of names.</source>
        <translation>{count} 条{kind}记录没有名称排序。</translation>
    </message>
    <message>
        <source>The search index of {kind} lacks {missing} records and has {left} too many.</source>
        <translation>{kind}的搜索索引缺少 {missing} 条记录，多出 {left} 条。</translation>
    </message>
    <message>
        <source>The change log's trigger {name} is missing or not this program's.</source>
        <translation>变更日志的触发器 {name} 缺失，或不属于本程序。</translation>
    </message>
    <message>
        <source>Lead {name} is with somebody and waits in a pool as well.</source>
        <translation>线索 {name} 既有负责人又在公海中。</translation>
    </message>
    <message>
        <source>A lead names neither a company nor a person.</source>
        <translation>有一条线索既没有公司名称也没有联系人姓名。</translation>
    </message>
    <message>
        <source>Lead {name} is converted, but nothing says into what.</source>
        <translation>线索 {name} 标记为已转化，但没有记录转化成了什么。</translation>
    </message>
    <message>
        <source>Lead {name} has become an account, but is not marked as converted.</source>
        <translation>线索 {name} 已成为客户，但未标记为已转化。</translation>
    </message>
    <message>
        <source>The completeness of {count} leads is out of date.</source>
        <translation>{count} 条线索的完整度需要更新。</translation>
    </message>
    <message>
        <source>The trigger {name} is not this program's.</source>
        <translation>触发器 {name} 不属于本程序。</translation>
    </message>
</context>
<context>
    <name>first_connection</name>
    <message>
        <source>Same credit code</source>
        <translation>信用代码相同</translation>
    </message>
    <message>
        <source>Same company, same address</source>
        <translation>同一公司，地址相同</translation>
    </message>
    <message>
        <source>Same customer code</source>
        <translation>客户编号相同</translation>
    </message>
    <message>
        <source>Alike</source>
        <translation>相似</translation>
    </message>
    <message>
        <source>Name and contact</source>
        <translation>姓名和联系方式</translation>
    </message>
</context>
<context>
    <name>group_picture</name>
    <message>
        <source>Not graded</source>
        <translation>未定级</translation>
    </message>
    <message>
        <source>No customer kind</source>
        <translation>无客户类型</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>…还有 {count} 项</translation>
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
        <translation>UTF-8（带标记）</translation>
    </message>
    <message>
        <source>Simplified Chinese (GB18030, GBK)</source>
        <translation>简体中文（GB18030、GBK）</translation>
    </message>
    <message>
        <source>Traditional Chinese (Big5)</source>
        <translation>繁体中文（Big5）</translation>
    </message>
    <message>
        <source>Traditional Chinese (Big5-HKSCS)</source>
        <translation>繁体中文（Big5-HKSCS）</translation>
    </message>
    <message>
        <source>UTF-16</source>
        <translation>UTF-16</translation>
    </message>
    <message>
        <source>Western European (Windows-1252)</source>
        <translation>西欧（Windows-1252）</translation>
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
        <translation>韩文（EUC-KR）</translation>
    </message>
    <message>
        <source>Comma ( , )</source>
        <translation>逗号（,）</translation>
    </message>
    <message>
        <source>Semicolon ( ; )</source>
        <translation>分号（;）</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>制表符</translation>
    </message>
    <message>
        <source>Vertical bar ( | )</source>
        <translation>竖线（|）</translation>
    </message>
    <message>
        <source>a company, with a site at its address</source>
        <translation>一家公司，地址处建一个地点</translation>
    </message>
    <message>
        <source>a company, without a site</source>
        <translation>一家公司，不建地点</translation>
    </message>
    <message>
        <source>a site of a company that the row names</source>
        <translation>该行所写公司的一个地点</translation>
    </message>
    <message>
        <source>a contact at a company that the row names</source>
        <translation>该行所写公司的一位联系人</translation>
    </message>
    <message>
        <source>what the column “What the row is” says</source>
        <translation>由“该行是什么”列决定</translation>
    </message>
    <message>
        <source>Company, with a site at its address</source>
        <translation>公司，地址处建一个地点</translation>
    </message>
    <message>
        <source>Branch company under its parent, with a site</source>
        <translation>上级公司的分公司，带一个地点</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>集团</translation>
    </message>
    <message>
        <source>Site of its parent</source>
        <translation>上级公司的地点</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Nothing: leave these rows out</source>
        <translation>不导入：跳过这些行</translation>
    </message>
    <message>
        <source>{reason} – please check</source>
        <translation>{reason} – 请核对</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Floors and departments</source>
        <translation>楼层和部门</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>{name} was imported: {created} records created, {updated} updated, {refused} rows refused.</source>
        <translation>{name} 已导入：创建 {created} 条记录，更新 {updated} 条，拒绝 {refused} 行。</translation>
    </message>
    <message>
        <source>{name} was imported: {created} records created, {updated} updated.</source>
        <translation>{name} 已导入：创建 {created} 条记录，更新 {updated} 条。</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>Everywhere</source>
        <translation>随处可用</translation>
    </message>
    <message>
        <source>Search customers, people, commands</source>
        <translation>搜索客户、联系人、命令</translation>
    </message>
    <message>
        <source>Search only below what is chosen; in: in the search box</source>
        <translation>只搜索所选的下级；也可在搜索框输入 in:</translation>
    </message>
    <message>
        <source>New company, site, import</source>
        <translation>新建公司、地点，导入</translation>
    </message>
    <message>
        <source>Accounts; Ctrl+2 the next page, and so on</source>
        <translation>客户；Ctrl+2 是下一个页面，依此类推</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Navigation with or without words</source>
        <translation>导航显示或隐藏文字</translation>
    </message>
    <message>
        <source>Undo what was done last</source>
        <translation>撤销上一步操作</translation>
    </message>
    <message>
        <source>Do it again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Exchange with the centre</source>
        <translation>与中心同步</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>这份快捷键</translation>
    </message>
    <message>
        <source>In the tree</source>
        <translation>在树里</translation>
    </message>
    <message>
        <source>Open; again: to the first below</source>
        <translation>展开；再按：到第一个下级</translation>
    </message>
    <message>
        <source>Close; again: to the one above</source>
        <translation>收起；再按：到上级</translation>
    </message>
    <message>
        <source>Open everything below</source>
        <translation>展开所有下级</translation>
    </message>
    <message>
        <source>Show the record</source>
        <translation>显示详情</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Letters or pinyin: to the next that begins with them</source>
        <translation>字母或拼音：到下一个以此开头的</translation>
    </message>
    <message>
        <source>Copy rows; with Shift one cell</source>
        <translation>复制行；加 Shift 复制单元格</translation>
    </message>
    <message>
        <source>Cut; Ctrl+V moves it under the company chosen then, Esc lets it stay</source>
        <translation>剪切；Ctrl+V 移到之后选择的公司之下，Esc 留在原处</translation>
    </message>
    <message>
        <source>Move to …</source>
        <translation>移到…</translation>
    </message>
    <message>
        <source>Delete; Ctrl+Z brings it back</source>
        <translation>删除；Ctrl+Z 可恢复</translation>
    </message>
    <message>
        <source>With leads</source>
        <translation>线索中</translation>
    </message>
    <message>
        <source>Follow up: what happened, what comes next, when</source>
        <translation>跟进：发生了什么，下一步是什么，何时</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>领取</translation>
    </message>
    <message>
        <source>Release to a pool</source>
        <translation>释放到公海</translation>
    </message>
    <message>
        <source>Assign to a person</source>
        <translation>分配给某人</translation>
    </message>
    <message>
        <source>Disqualify; Shift+F9 takes up again</source>
        <translation>判为无效；Shift+F9 重新拾起</translation>
    </message>
    <message>
        <source>List or board</source>
        <translation>列表或看板</translation>
    </message>
    <message>
        <source>On the board: the card to the next column; Alt+Left back</source>
        <translation>看板中：卡片移到下一列；Alt+Left 移回</translation>
    </message>
    <message>
        <source>In a record</source>
        <translation>在详情里</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Take back what was changed</source>
        <translation>放弃修改</translation>
    </message>
    <message>
        <source>Next field; Shift+Tab the one before</source>
        <translation>下一个字段；Shift+Tab 上一个</translation>
    </message>
    <message>
        <source>Open the list of a field</source>
        <translation>打开字段的选项</translation>
    </message>
    <message>
        <source>Alt and the underlined letter: to that field</source>
        <translation>Alt 加下划线字母：到该字段</translation>
    </message>
    <message>
        <source>Among duplicates</source>
        <translation>在重复页面</translation>
    </message>
    <message>
        <source>Next group</source>
        <translation>下一组</translation>
    </message>
    <message>
        <source>Next record of the group</source>
        <translation>组内下一条记录</translation>
    </message>
    <message>
        <source>Merge the group</source>
        <translation>合并本组</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>不是重复</translation>
    </message>
    <message>
        <source>Among conflicts</source>
        <translation>在冲突页面</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>保留对方的</translation>
    </message>
    <message>
        <source>Use mine</source>
        <translation>用我的</translation>
    </message>
    <message>
        <source>Type another value</source>
        <translation>另行填写</translation>
    </message>
    <message>
        <source>Ask the other person</source>
        <translation>询问对方</translation>
    </message>
    <message>
        <source>Let a waiting edit in; N leaves it out</source>
        <translation>采纳待确认的修改；N 不采纳</translation>
    </message>
</context>
<context>
    <name>lead_columns</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>职务</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>City</source>
        <translation>城市</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>市场活动</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>负责人</translation>
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
        <translation>最近跟进</translation>
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
        <translation>7 天内</translation>
    </message>
    <message>
        <source>Within 30 days</source>
        <translation>30 天内</translation>
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
        <translation>状态：{value}</translation>
    </message>
    <message>
        <source>With: {value}</source>
        <translation>负责人：{value}</translation>
    </message>
    <message>
        <source>Pool: {value}</source>
        <translation>公海：{value}</translation>
    </message>
    <message>
        <source>Source: {value}</source>
        <translation>来源：{value}</translation>
    </message>
    <message>
        <source>Industry: {value}</source>
        <translation>行业：{value}</translation>
    </message>
    <message>
        <source>Campaign: {value}</source>
        <translation>市场活动：{value}</translation>
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
        <translation>自 {value} 起未跟进</translation>
    </message>
    <message>
        <source>At least {value} % filled</source>
        <translation>资料完整度至少 {value} %</translation>
    </message>
    <message>
        <source>Score from {value} %</source>
        <translation>评分 {value} % 起</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的</translation>
    </message>
    <message>
        <source>Asked for, not decided yet</source>
        <translation>已申请，尚未决定</translation>
    </message>
    <message>
        <source>In a pool</source>
        <translation>在公海中</translation>
    </message>
    <message>
        <source>With somebody</source>
        <translation>有负责人</translation>
    </message>
</context>
<context>
    <name>lead_form</name>
    <message>
        <source>What comes next</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>Who it is</source>
        <translation>是谁</translation>
    </message>
    <message>
        <source>Where it comes from</source>
        <translation>来自哪里</translation>
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
        <translation>我的进行中线索</translation>
    </message>
    <message>
        <source>You have no open leads. Claim one from a pool, or add one.</source>
        <translation>您没有进行中的线索。请从公海领取，或新建一条。</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>今天到期</translation>
    </message>
    <message>
        <source>Nothing is due. Well done.</source>
        <translation>没有到期事项，干得好。</translation>
    </message>
    <message>
        <source>Not spoken to for 14 days</source>
        <translation>14 天未跟进</translation>
    </message>
    <message>
        <source>You spoke to all of them within 14 days.</source>
        <translation>14 天内您都跟进过了。</translation>
    </message>
    <message>
        <source>Ready to convert</source>
        <translation>可以转化</translation>
    </message>
    <message>
        <source>No lead is qualified and waits to be converted.</source>
        <translation>没有已通过评估、等待转化的线索。</translation>
    </message>
    <message>
        <source>To look at again</source>
        <translation>需要再次查看</translation>
    </message>
    <message>
        <source>No lead is to be looked at again by today.</source>
        <translation>今天没有需要再次查看的线索。</translation>
    </message>
    <message>
        <source>In pools</source>
        <translation>公海里的</translation>
    </message>
    <message>
        <source>Nothing waits in any pool.</source>
        <translation>公海里没有线索。</translation>
    </message>
    <message>
        <source>All open leads</source>
        <translation>全部进行中的线索</translation>
    </message>
    <message>
        <source>There are no open leads.</source>
        <translation>没有进行中的线索。</translation>
    </message>
    <message>
        <source>Converted and disqualified</source>
        <translation>已转化和无效</translation>
    </message>
    <message>
        <source>No lead was converted or disqualified yet.</source>
        <translation>还没有已转化或无效的线索。</translation>
    </message>
    <message>
        <source>All leads</source>
        <translation>全部线索</translation>
    </message>
    <message>
        <source>There are no leads yet. Add one, or import a list.</source>
        <translation>还没有线索。请新建一条，或导入列表。</translation>
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
        <translation>前 14 天跟进次数：{value}</translation>
    </message>
    <message>
        <source>days until the first contact: {value}</source>
        <translation>首次联系前天数：{value}</translation>
    </message>
    <message>
        <source>days between contacts: {value}</source>
        <translation>两次联系间隔天数：{value}</translation>
    </message>
    <message>
        <source>{field} not known</source>
        <translation>{field}未知</translation>
    </message>
    <message>
        <source>{field}: {value} (seldom)</source>
        <translation>{field}：{value}（少见）</translation>
    </message>
    <message>
        <source>{field}: {value}</source>
        <translation>{field}：{value}</translation>
    </message>
    <message>
        <source>The score learns after {count} more outcomes; so far {converted} converted and {lost} disqualified, {each} of each are needed.</source>
        <translation>再有 {count} 条结果后开始学习得分；目前已转化 {converted} 条、判为无效 {lost} 条，两类各需至少 {each} 条。</translation>
    </message>
    <message>
        <source>The score is being learnt from your outcomes and comes in a moment.</source>
        <translation>正在根据您的历史结果学习得分，稍后显示。</translation>
    </message>
    <message>
        <source>No score: what is known of {converted} converted and {lost} disqualified leads does not tell one from the other yet.</source>
        <translation>暂无得分：根据 {converted} 条已转化和 {lost} 条无效线索的已知信息，还无法区分两者。</translation>
    </message>
    <message>
        <source>Learnt on {day} from {converted} converted and {lost} disqualified leads. Of one of each it put the converted one first in {area} of 100 cases. It decides nothing.</source>
        <translation>{day} 根据 {converted} 条已转化和 {lost} 条无效线索学习。两类各取一条时，100 次中有 {area} 次把已转化的排在前面。得分只供参考，不作任何决定。</translation>
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
        <translation>已领取，待确认</translation>
    </message>
    <message>
        <source>Pool {name}</source>
        <translation>公海 {name}</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>无人</translation>
    </message>
</context>
<context>
    <name>matching</name>
    <message>
        <source>Only one is a branch: “{branch}”.</source>
        <translation>只有一个是分支机构：“{branch}”。</translation>
    </message>
    <message>
        <source>They are different branches: “{left}”, “{right}”.</source>
        <translation>是不同的分支机构：“{left}”、“{right}”。</translation>
    </message>
    <message>
        <source>The branches differ only in a place that one leaves out: “{left}”, “{right}”.</source>
        <translation>分支机构只差一个没写的地名：“{left}”、“{right}”。</translation>
    </message>
    <message>
        <source>All that is known of them is the same.</source>
        <translation>已知内容全部相同。</translation>
    </message>
    <message>
        <source>The credit codes are the same: {code}.</source>
        <translation>信用代码相同：{code}。</translation>
    </message>
    <message>
        <source>The credit codes name the same body: {left}, {right}.</source>
        <translation>信用代码指同一家单位：{left}、{right}。</translation>
    </message>
    <message>
        <source>Both credit codes are valid and differ: {left}, {right}.</source>
        <translation>信用代码都有效，但不同：{left}、{right}。</translation>
    </message>
    <message>
        <source>The credit codes differ, but not both are valid: {left}, {right}.</source>
        <translation>信用代码不同，但并非都有效：{left}、{right}。</translation>
    </message>
    <message>
        <source>They share the phone number {phone}.</source>
        <translation>电话相同：{phone}。</translation>
    </message>
    <message>
        <source>The phone numbers differ.</source>
        <translation>电话不同。</translation>
    </message>
    <message>
        <source>The addresses are the same premises.</source>
        <translation>地址在同一处。</translation>
    </message>
    <message>
        <source>The addresses are written almost alike.</source>
        <translation>地址写法几乎相同。</translation>
    </message>
    <message>
        <source>The addresses are different premises.</source>
        <translation>地址不在同一处。</translation>
    </message>
    <message>
        <source>Two sites of one company at different premises: another site, not a duplicate.</source>
        <translation>同一家公司的两处：是另一个地点，不是重复。</translation>
    </message>
    <message>
        <source>Two sites of one company; whether the premises are the same is not known.</source>
        <translation>同一家公司的两个地点；是否在同一处还不知道。</translation>
    </message>
    <message>
        <source>One is a company, the other a site.</source>
        <translation>一个是公司，一个是地点。</translation>
    </message>
    <message>
        <source>The distinctive part of both names is “{part}”.</source>
        <translation>两个名称的字号都是“{part}”。</translation>
    </message>
    <message>
        <source>The names have the same words in another order.</source>
        <translation>名称用字相同，顺序不同。</translation>
    </message>
    <message>
        <source>“{left}” and “{right}” sound the same.</source>
        <translation>“{left}”与“{right}”读音相同。</translation>
    </message>
    <message>
        <source>“{left}” is how “{right}” is written in Latin letters.</source>
        <translation>“{left}”是“{right}”的拼音或外文写法。</translation>
    </message>
    <message>
        <source>“{short}” is short for “{long}”.</source>
        <translation>“{short}”是“{long}”的简称。</translation>
    </message>
    <message>
        <source>The names differ only in general words: “{left}”, “{right}”.</source>
        <translation>名称只差通用词：“{left}”、“{right}”。</translation>
    </message>
    <message>
        <source>The names differ only in spelling: “{left}”, “{right}”.</source>
        <translation>名称只差写法：“{left}”、“{right}”。</translation>
    </message>
    <message>
        <source>Both are called “{part}”, but do different things: “{left}”, “{right}”.</source>
        <translation>都叫“{part}”，但业务不同：“{left}”、“{right}”。</translation>
    </message>
    <message>
        <source>The names share words: {words}.</source>
        <translation>名称有相同的词：{words}。</translation>
    </message>
    <message>
        <source>“{long}” has more than “{short}”.</source>
        <translation>“{long}”比“{short}”多了内容。</translation>
    </message>
    <message>
        <source>The names differ: “{left}”, “{right}”.</source>
        <translation>名称不同：“{left}”、“{right}”。</translation>
    </message>
    <message>
        <source>The numbers in the names differ: “{left}”, “{right}”.</source>
        <translation>名称中的数字不同：“{left}”、“{right}”。</translation>
    </message>
    <message>
        <source>The names are the same.</source>
        <translation>名称相同。</translation>
    </message>
    <message>
        <source>Only one name has a place: {place}.</source>
        <translation>只有一个名称带地名：{place}。</translation>
    </message>
    <message>
        <source>One place lies in the other: {left}, {right}.</source>
        <translation>一个地方在另一个之内：{left}、{right}。</translation>
    </message>
    <message>
        <source>The names are of different places: {left}, {right}.</source>
        <translation>名称中的地名不同：{left}、{right}。</translation>
    </message>
    <message>
        <source>Only one name says “group”.</source>
        <translation>只有一个名称带“集团”。</translation>
    </message>
    <message>
        <source>One is a group, the other a company limited by shares: mostly parent and subsidiary.</source>
        <translation>一个是集团，一个是股份公司：多为母子公司。</translation>
    </message>
    <message>
        <source>The legal forms differ.</source>
        <translation>公司形式不同。</translation>
    </message>
    <message>
        <source>The legal forms are of different kinds or countries.</source>
        <translation>公司形式的种类或国家不同。</translation>
    </message>
    <message>
        <source>They share the mail address {mail}.</source>
        <translation>邮箱地址相同：{mail}。</translation>
    </message>
    <message>
        <source>The name begins with this company's name.</source>
        <translation>名称以该公司的名称开头。</translation>
    </message>
    <message>
        <source>{name}, who works there, has this number.</source>
        <translation>那里的 {name} 用这个号码。</translation>
    </message>
</context>
<context>
    <name>measures</name>
    <message>
        <source>Sites</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Subsidiaries</source>
        <translation>下属公司</translation>
    </message>
    <message>
        <source>People</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Notes and activities</source>
        <translation>跟进记录和活动</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>最近活动</translation>
    </message>
    <message>
        <source>Open opportunities</source>
        <translation>进行中的商机</translation>
    </message>
    <message>
        <source>Open pipeline</source>
        <translation>进行中的金额</translation>
    </message>
</context>
<context>
    <name>merging</name>
    <message>
        <source>the same everywhere</source>
        <translation>各条相同</translation>
    </message>
    <message>
        <source>the only one filled</source>
        <translation>只有这里有值</translation>
    </message>
    <message>
        <source>of the record that stays</source>
        <translation>取自保留的记录</translation>
    </message>
    <message>
        <source>the longer name</source>
        <translation>名称较长</translation>
    </message>
    <message>
        <source>its check digits are right</source>
        <translation>校验位正确</translation>
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
        <translation>进展最快的状态</translation>
    </message>
    <message>
        <source>both are kept, one below the other</source>
        <translation>两者都保留，上下排列</translation>
    </message>
    <message>
        <source>your choice</source>
        <translation>您的选择</translation>
    </message>
    <message>
        <source>changed after the merge</source>
        <translation>合并后修改过</translation>
    </message>
    <message>
        <source>came with the merged record and was moved on since</source>
        <translation>随并入的记录而来，之后又移动过</translation>
    </message>
    <message>
        <source>came after the merge</source>
        <translation>合并后新增</translation>
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
        <translation>最上级</translation>
    </message>
    <message>
        <source>Moves to {place}</source>
        <translation>移到 {place}</translation>
    </message>
    <message>
        <source>Stays where it is</source>
        <translation>留在原处</translation>
    </message>
    <message>
        <source>Taken from the company</source>
        <translation>取自公司的内容</translation>
    </message>
    <message>
        <source>Access through companies above</source>
        <translation>来自上级公司的权限</translation>
    </message>
    <message>
        <source>Two sites at one address</source>
        <translation>同一地址的两个地点</translation>
    </message>
    <message>
        <source>Codes that no longer begin with the company's; they stay as they are</source>
        <translation>不再以公司编号开头的编号；保持不变</translation>
    </message>
    <message>
        <source>Figures of the companies above</source>
        <translation>上级公司的汇总</translation>
    </message>
    <message>
        <source>Nothing to move: it is in {place} already.</source>
        <translation>无需移动：已在 {place} 之下。</translation>
    </message>
    <message>
        <source>{name} was moved to {place}.</source>
        <translation>{name} 已移到 {place}。</translation>
    </message>
    <message numerus="yes">
        <source>%n records were moved to {place}.</source>
        <translation><numerusform>%n 条记录已移到 {place}。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n codes no longer begin with the company's code.</source>
        <translation><numerusform>%n 个编号不再以公司编号开头。</numerusform></translation>
    </message>
    <message>
        <source>{done} {codes}</source>
        <translation>{done}{codes}</translation>
    </message>
    <message numerus="yes">
        <source>… and %n more</source>
        <translation><numerusform>…还有 %n 项</numerusform></translation>
    </message>
    <message>
        <source>{name}, from {place}</source>
        <translation>{name}，原在 {place}</translation>
    </message>
    <message>
        <source>{name}: goes along with a company above it</source>
        <translation>{name}：随上级公司一起移动</translation>
    </message>
    <message>
        <source>{name}: is there already</source>
        <translation>{name}：已经在那里</translation>
    </message>
    <message numerus="yes">
        <source>{field}: {before} → {after} (%n sites, such as {example})</source>
        <translation><numerusform>{field}：{before} → {after}（%n 个地点，如 {example}）</numerusform></translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message numerus="yes">
        <source>{person}: {before} → {after} on %n records, through {company}</source>
        <translation><numerusform>{person}：%n 条记录 {before} → {after}，因 {company}</numerusform></translation>
    </message>
    <message>
        <source>no access</source>
        <translation>无权限</translation>
    </message>
    <message>
        <source>{name} stands where {other} stands: {address}</source>
        <translation>{name} 与 {other} 在同一处：{address}</translation>
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
        <translation>数量</translation>
    </message>
    <message>
        <source>Weighted</source>
        <translation>加权金额</translation>
    </message>
    <message>
        <source>The amount times the probability of its stage</source>
        <translation>金额乘以所处阶段的概率</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>合计</translation>
    </message>
</context>
<context>
    <name>opportunity_lists</name>
    <message>
        <source>My open opportunities</source>
        <translation>我的进行中商机</translation>
    </message>
    <message>
        <source>You have no open opportunities. Add one on the record of a site, or convert a lead.</source>
        <translation>您没有进行中的商机。请在地点档案中新建，或转化一条线索。</translation>
    </message>
    <message>
        <source>All open opportunities</source>
        <translation>全部进行中商机</translation>
    </message>
    <message>
        <source>Nothing is being sold at the moment.</source>
        <translation>目前没有进行中的商机。</translation>
    </message>
    <message>
        <source>Closing this month</source>
        <translation>本月预计成交</translation>
    </message>
    <message>
        <source>No open opportunity is to be decided this month.</source>
        <translation>本月没有预计成交的商机。</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>赢单</translation>
    </message>
    <message>
        <source>No opportunity was won yet.</source>
        <translation>还没有赢单的商机。</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢单</translation>
    </message>
    <message>
        <source>No opportunity was lost yet.</source>
        <translation>还没有输单的商机。</translation>
    </message>
    <message>
        <source>All opportunities</source>
        <translation>全部商机</translation>
    </message>
    <message>
        <source>There are no opportunities yet. Add one on the record of a site, or convert a lead.</source>
        <translation>还没有商机。请在地点档案中新建，或转化一条线索。</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Accounts</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>Duplicates</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>冲突</translation>
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
        <translation>容易被猜到。几个互不相关的词组成的密码更安全。</translation>
    </message>
    <message>
        <source>Fair. One more word would make it strong.</source>
        <translation>一般。再加一个词会更安全。</translation>
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
        <translation>最后由谁负责</translation>
    </message>
    <message>
        <source>By which rule or for which reason it was released</source>
        <translation>按哪条规则或因何原因释放</translation>
    </message>
    <message>
        <source>I may take it</source>
        <translation>可领取</translation>
    </message>
    <message>
        <source>Who had it before waits for so long</source>
        <translation>原负责人须等待这么久</translation>
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
        <translation>类型</translation>
    </message>
    <message numerus="yes">
        <source>%n leads went back to their pool: {rule}.</source>
        <translation><numerusform>%n 条线索已退回公海：{rule}。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n accounts went back to their pool: {rule}.</source>
        <translation><numerusform>%n 个客户已退回公海：{rule}。</numerusform></translation>
    </message>
    <message>
        <source>Mine, due soon</source>
        <translation>我的，即将收回</translation>
    </message>
    <message>
        <source>Of all, due soon</source>
        <translation>全部，即将收回</translation>
    </message>
    <message>
        <source>{pool}: accounts</source>
        <translation>{pool}：客户</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Released by hand</source>
        <translation>手动释放</translation>
    </message>
    <message>
        <source>Provisional</source>
        <translation>待确认</translation>
    </message>
    <message numerus="yes">
        <source>In %n days</source>
        <translation><numerusform>%n 天后</numerusform></translation>
    </message>
    <message>
        <source>In the pool {pool} since {day}</source>
        <translation>{day} 起在公海 {pool} 中</translation>
    </message>
    <message>
        <source>before with {owner}</source>
        <translation>之前由 {owner} 负责</translation>
    </message>
    <message>
        <source>You asked for it; it is yours when the centre says so.</source>
        <translation>您已申请；中心确认后归您负责。</translation>
    </message>
    <message>
        <source>You had it before: by the rules of the pool you may claim it from {day}.</source>
        <translation>您曾负责过它：按公海规则，{day} 起您可以再领取。</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message numerus="yes">
        <source>no follow-up for %n days</source>
        <translation><numerusform>%n 天未跟进</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>no opportunity for %n days</source>
        <translation><numerusform>%n 天没有商机</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>the contract ends in %n days</source>
        <translation><numerusform>合同 %n 天后到期</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>the contract ended %n days ago</source>
        <translation><numerusform>合同已到期 %n 天</numerusform></translation>
    </message>
    <message>
        <source>Falls back to the pool {pool} today: {why}.</source>
        <translation>今天收回到公海 {pool}：{why}。</translation>
    </message>
    <message numerus="yes">
        <source>Falls back to the pool {pool} in %n days: {why}.</source>
        <translation><numerusform>%n 天后收回到公海 {pool}：{why}。</numerusform></translation>
    </message>
    <message>
        <source>Follow it up, and it stays.</source>
        <translation>跟进后即可保留。</translation>
    </message>
    <message>
        <source>Note a visit or a call at the account, and it stays.</source>
        <translation>在客户上记录拜访或通话后即可保留。</translation>
    </message>
    <message>
        <source>Convert it into an account with an opportunity, and it stays.</source>
        <translation>转化为有商机的客户后即可保留。</translation>
    </message>
    <message>
        <source>Enter an opportunity at the account, and it stays.</source>
        <translation>在客户上录入商机后即可保留。</translation>
    </message>
    <message>
        <source>An administrator of the pool can lock it, and it stays.</source>
        <translation>公海管理员锁定后即可保留。</translation>
    </message>
    <message>
        <source>{left} of {limit} claims left today</source>
        <translation>今天还可领取 {left}/{limit}</translation>
    </message>
    <message>
        <source>you have {held} of {limit} prospects</source>
        <translation>您已持有 {held}/{limit}</translation>
    </message>
    <message>
        <source>{left} of {limit} views left today</source>
        <translation>今天还可查看 {left}/{limit}</translation>
    </message>
    <message numerus="yes">
        <source>A person may claim %n records a day.</source>
        <translation><numerusform>每人每天最多领取 %n 条记录。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Nobody may have more than %n open leads at once.</source>
        <translation><numerusform>每人同时最多持有 %n 条未结线索。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>Who had a record before can claim it again after %n days.</source>
        <translation><numerusform>原负责人 %n 天后才能再次领取。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A record without a follow-up falls back after %n days.</source>
        <translation><numerusform>%n 天没有跟进的记录退回公海。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A record without an opportunity falls back after %n days.</source>
        <translation><numerusform>%n 天没有商机的记录退回公海。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>A record falls back %n days after its contract ended.</source>
        <translation><numerusform>合同到期 %n 天后，记录退回公海。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>What somebody has just got stays there for %n days at least.</source>
        <translation><numerusform>刚得到的记录至少保留 %n 天。</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>The owner is warned %n days before.</source>
        <translation><numerusform>提前 %n 天提醒负责人。</numerusform></translation>
    </message>
    <message>
        <source>Phone numbers and mail addresses are shown in part while a record waits.</source>
        <translation>记录在公海中时，电话和邮箱部分隐藏。</translation>
    </message>
    <message>
        <source>Who releases a record gives a reason.</source>
        <translation>释放记录时须说明原因。</translation>
    </message>
    <message>
        <source>Customers without business fall back too, by the same rules.</source>
        <translation>没有业务的客户按同样规则退回公海。</translation>
    </message>
    <message>
        <source>{grade}: {days}</source>
        <translation>{grade}：{days}</translation>
    </message>
    <message>
        <source>Customers without a follow-up fall back by their grade: {days}.</source>
        <translation>没有跟进的客户按等级退回：{days}。</translation>
    </message>
    <message>
        <source>Nothing falls back by itself.</source>
        <translation>没有记录会自动退回。</translation>
    </message>
    <message numerus="yes">
        <source>A person may open %n waiting records a day.</source>
        <translation><numerusform>每人每天最多查看公海中的 %n 条记录。</numerusform></translation>
    </message>
    <message>
        <source>Team {team}</source>
        <translation>团队 {team}</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>Whoever works with this file may change it: it has no centre.</source>
        <translation>使用此文件的人都可以修改：它没有连接中心。</translation>
    </message>
    <message>
        <source>Everybody may change it: it has no administrators.</source>
        <translation>没有管理员，所有人都可以修改。</translation>
    </message>
    <message>
        <source>Only its administrators may change it: {names}.</source>
        <translation>只有管理员可以修改：{names}。</translation>
    </message>
    <message numerus="yes">
        <source>%n leads</source>
        <translation><numerusform>%n 条线索</numerusform></translation>
    </message>
    <message numerus="yes">
        <source>%n customers</source>
        <translation><numerusform>%n 个客户</numerusform></translation>
    </message>
    <message>
        <source>With these rules nothing would fall back today.</source>
        <translation>按这些规则，今天没有记录会退回。</translation>
    </message>
    <message numerus="yes">
        <source>%n people</source>
        <translation><numerusform>%n 人</numerusform></translation>
    </message>
    <message>
        <source>With these rules {what} of {people} would fall back today.</source>
        <translation>按这些规则，今天将有 {people}的 {what}退回公海。</translation>
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
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
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
        <translation>同一栋楼：{place}</translation>
    </message>
    <message>
        <source>same building: {place}; the floor differs</source>
        <translation>同一栋楼：{place}；楼层不同</translation>
    </message>
    <message>
        <source>same building: {place}; the room differs</source>
        <translation>同一栋楼：{place}；房号不同</translation>
    </message>
    <message>
        <source>same premises: {place}; another building of the same number: {first}, {second}</source>
        <translation>同一处：{place}；同一门牌号的不同楼栋：{first}、{second}</translation>
    </message>
    <message>
        <source>same road and number: {place}; the districts written differ: {first}, {second}</source>
        <translation>道路和门牌号相同：{place}；所写区县不同：{first}、{second}</translation>
    </message>
    <message>
        <source>same building: {place}; one address does not name the town</source>
        <translation>同一栋楼：{place}；有一个地址没写城市</translation>
    </message>
    <message>
        <source>same compound: {place}; one address gives no road number</source>
        <translation>同一小区或园区：{place}；有一个地址没写门牌号</translation>
    </message>
    <message>
        <source>the same text: {place}</source>
        <translation>写法完全相同：{place}</translation>
    </message>
    <message>
        <source>another country: {first}, {second}</source>
        <translation>国家不同：{first}、{second}</translation>
    </message>
    <message>
        <source>another town: {first}, {second}</source>
        <translation>地区不同：{first}、{second}</translation>
    </message>
    <message>
        <source>another number on the same road: {first}, {second}</source>
        <translation>同一道路的不同门牌号：{first}、{second}</translation>
    </message>
    <message>
        <source>another road: {first}, {second}</source>
        <translation>道路不同：{first}、{second}</translation>
    </message>
    <message>
        <source>another building of {place}: {first}, {second}</source>
        <translation>{place} 的不同楼栋：{first}、{second}</translation>
    </message>
    <message>
        <source>no road number: cannot be decided</source>
        <translation>没有门牌号：无法判断</translation>
    </message>
    <message>
        <source>nothing below the district is known: cannot be decided</source>
        <translation>区县以下不详：无法判断</translation>
    </message>
    <message>
        <source>no road number, and other names: {first}, {second}; cannot be decided</source>
        <translation>没有门牌号，名称也不同：{first}、{second}；无法判断</translation>
    </message>
    <message>
        <source>The premises are {place}: the number decides.</source>
        <translation>所在处是 {place}：以门牌号为准。</translation>
    </message>
    <message>
        <source>There is no road number, so all of {place} counts.</source>
        <translation>没有门牌号，所以以 {place} 整体为准。</translation>
    </message>
    <message>
        <source>There is neither a number nor a named building: only {place}, written the same, is the same place.</source>
        <translation>没有门牌号，也没有楼宇名称：写法与 {place} 完全相同才算同一处。</translation>
    </message>
    <message>
        <source>Nothing below the district is known, so the premises are unknown.</source>
        <translation>区县以下不详，所以不知道在哪一处。</translation>
    </message>
    <message>
        <source>They lie in {region}.</source>
        <translation>位于 {region}。</translation>
    </message>
    <message>
        <source>No town is named and none follows.</source>
        <translation>没写城市，也推断不出。</translation>
    </message>
    <message>
        <source>What lies inside does not count: {parts}.</source>
        <translation>楼内部分不计：{parts}。</translation>
    </message>
    <message>
        <source>Not written but following: {parts}.</source>
        <translation>没写但可推断：{parts}。</translation>
    </message>
    <message>
        <source>{former} is {name} today.</source>
        <translation>{former} 现为 {name}。</translation>
    </message>
</context>
<context>
    <name>record_header</name>
    <message>
        <source>New company</source>
        <translation>新建公司</translation>
    </message>
    <message>
        <source>New site</source>
        <translation>新建地点</translation>
    </message>
    <message>
        <source>New subsidiary</source>
        <translation>新建下属公司</translation>
    </message>
</context>
<context>
    <name>remarks</name>
    <message>
        <source>A parent is neither in the file nor in the store; the company was placed at the top.</source>
        <translation>有的上级公司既不在文件里，也不在现有客户中；这些公司已放在最上级。</translation>
    </message>
    <message>
        <source>Companies named each other as parents; the circle was cut.</source>
        <translation>有的公司互为上级；已断开这种循环。</translation>
    </message>
    <message>
        <source>A value that fits no list, or is too long for its field, was kept in the note.</source>
        <translation>不在选项之内或超出字段长度的值，已保留在备注里。</translation>
    </message>
    <message>
        <source>The lead was converted in the other system: it comes in as qualified. Convert it here to make its account.</source>
        <translation>线索在原系统中已转化：导入为已合格。请在此转化以建立客户。</translation>
    </message>
    <message>
        <source>The row names neither company nor person: the lead is called by its mail, phone or number.</source>
        <translation>该行没有公司也没有联系人：以邮箱、电话或编号作为线索名称。</translation>
    </message>
    <message>
        <source>The lead is there already (same number, mail, phone, or company and person): left out.</source>
        <translation>线索已存在（编号、邮箱、电话，或公司和联系人相同）：未导入。</translation>
    </message>
    <message>
        <source>The lead is there already: what was empty in it was filled.</source>
        <translation>线索已存在：已补全其中的空白项。</translation>
    </message>
    <message>
        <source>The lead is there already, and the row knows nothing more.</source>
        <translation>线索已存在，该行没有更多信息。</translation>
    </message>
    <message>
        <source>The lead is there already and was imported a second time, as you chose.</source>
        <translation>线索已存在，按您的选择再次导入。</translation>
    </message>
    <message>
        <source>The row repeats a lead of an earlier row: left out.</source>
        <translation>该行与前面某行是同一条线索：未导入。</translation>
    </message>
    <message>
        <source>The company is a customer already (same name, credit code, mail or phone): left out.</source>
        <translation>该公司已是客户（名称、信用代码、邮箱或电话相同）：未导入。</translation>
    </message>
    <message>
        <source>The company is a customer already and was imported as a lead, as you chose.</source>
        <translation>该公司已是客户，按您的选择仍作为线索导入。</translation>
    </message>
    <message>
        <source>A source was added to the list of sources.</source>
        <translation>来源列表中新增了一个来源。</translation>
    </message>
    <message>
        <source>The company has a site at this address already: the row became a floor or department of it.</source>
        <translation>该公司在此地址已有地点：这一行成为它的楼层或部门。</translation>
    </message>
    <message>
        <source>{postcode} does not look like a postcode of this country, such as {example}.</source>
        <translation>{postcode} 不像该国的邮编，例如 {example}。</translation>
    </message>
    <message>
        <source>This is a tax number of the old kind (15 characters). The credit code has 18; ask the customer for it.</source>
        <translation>这是旧税号（15 位）。信用代码有 18 位，请向客户询问。</translation>
    </message>
    <message>
        <source>A credit code has 18 characters; this has {count}.</source>
        <translation>信用代码有 18 位，这里是 {count} 位。</translation>
    </message>
    <message>
        <source>A credit code never holds {characters}; the letters I, O, S, V and Z are not used.</source>
        <translation>信用代码不含 {characters}；字母 I、O、S、V、Z 不使用。</translation>
    </message>
    <message>
        <source>Characters 3 to 8 of a credit code are digits (the division); these are {characters}.</source>
        <translation>信用代码的第 3 到 8 位是数字（行政区划），这里是 {characters}。</translation>
    </message>
    <message>
        <source>The last character should be {expected}, not {found}, if the others are right. Compare with the licence.</source>
        <translation>如果其他各位正确，最后一位应为 {expected}，而不是 {found}。请对照营业执照。</translation>
    </message>
    <message>
        <source>A unified business number of Taiwan has 8 digits; this is {text}.</source>
        <translation>台湾的统一编号有 8 位数字，这里是 {text}。</translation>
    </message>
    <message>
        <source>The last digit should be one of {expected}, not {found}, if the others are right. Compare with the certificate.</source>
        <translation>如果其他各位正确，最后一位应为 {expected} 之一，而不是 {found}。请对照登记证明。</translation>
    </message>
    <message>
        <source>{number} does not look like a complete phone number. It is kept as typed.</source>
        <translation>{number} 不像完整的电话号码。将按输入保存。</translation>
    </message>
    <message>
        <source>This field must not be empty.</source>
        <translation>此项不能为空。</translation>
    </message>
    <message>
        <source>This code already belongs to {name}.</source>
        <translation>该编号已属于 {name}。</translation>
    </message>
    <message>
        <source>This code leads to {name}, into which the record that had it was merged.</source>
        <translation>此编号指向 {name}：原记录已并入它。</translation>
    </message>
    <message>
        <source>A company with this legal name exists already: {name}.</source>
        <translation>已有同名公司：{name}。</translation>
    </message>
    <message>
        <source>{name} has this credit code. Is it the same company?</source>
        <translation>{name} 的信用代码与此相同。是同一家公司吗？</translation>
    </message>
    <message>
        <source>{name} of this company stands at this address: one address is one site.</source>
        <translation>该公司的 {name} 就在此地址：一个地址就是一个地点。</translation>
    </message>
    <message>
        <source>This does not look like a mail address (name@company.com).</source>
        <translation>这不像邮箱地址（name@company.com）。</translation>
    </message>
    <message>
        <source>Code {code} goes on finding the record: it leads to {name}.</source>
        <translation>用编号 {code} 仍可找到：指向 {name}。</translation>
    </message>
    <message>
        <source>{owner}, who owned {name}, stays on as a collaborator who may edit.</source>
        <translation>{name} 的原负责人 {owner} 成为可编辑的协作人。</translation>
    </message>
    <message>
        <source>{name} lay below a company that is merged into it and moves up, below {parent}.</source>
        <translation>{name} 原在被并入的公司之下，现上移到 {parent} 之下。</translation>
    </message>
    <message>
        <source>{name} lay below a company that is merged into it and moves to the top of the tree.</source>
        <translation>{name} 原在被并入的公司之下，现上移到最上级。</translation>
    </message>
    <message>
        <source>{name} stays the main contact; {other} is an ordinary one from now on.</source>
        <translation>{name} 仍是主要联系人；{other} 改为普通联系人。</translation>
    </message>
    <message>
        <source>{name} and {other} stand at the same address: both are kept, merge them next.</source>
        <translation>{name} 与 {other} 在同一地址：两者都保留，请接着合并。</translation>
    </message>
    <message>
        <source>Both credit codes, {one} and {other}, are valid: are these really one company?</source>
        <translation>信用代码 {one} 和 {other} 都有效：确实是同一家公司吗？</translation>
    </message>
    <message>
        <source>{name} and {other} stand at different addresses: one address, one site.</source>
        <translation>{name} 与 {other} 地址不同：一个地址就是一个地点。</translation>
    </message>
    <message>
        <source>{name} and {other} belong to different companies.</source>
        <translation>{name} 与 {other} 属于不同的公司。</translation>
    </message>
    <message>
        <source>{name} worked on both and is listed once, with the wider rights.</source>
        <translation>{name} 是两者的协作人，只列一次，权限取较大者。</translation>
    </message>
    <message>
        <source>The two entries for {name} say the same and became one.</source>
        <translation>{name} 的两条内容相同，已合为一条。</translation>
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
        <translation>地点</translation>
    </message>
    <message>
        <source>People</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>Short name {text}</source>
        <translation>简称 {text}</translation>
    </message>
    <message>
        <source>Legal name {text}</source>
        <translation>公司全称 {text}</translation>
    </message>
    <message>
        <source>Credit code {text}</source>
        <translation>信用代码 {text}</translation>
    </message>
    <message>
        <source>Phone {text}</source>
        <translation>电话 {text}</translation>
    </message>
    <message>
        <source>{text}</source>
        <translation>{text}</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
</context>
<context>
    <name>splitting</name>
    <message>
        <source>Account</source>
        <translation>客户</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>归入</translation>
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
        <translation>手动归入。</translation>
    </message>
    <message>
        <source>Its own address is there: {address}</source>
        <translation>地址在此：{address}</translation>
    </message>
    <message>
        <source>A billing or mailing address never makes a site of its own: {address}</source>
        <translation>账单地址、邮寄地址不会成为单独的地点：{address}</translation>
    </message>
    <message>
        <source>A postbox is never a site: {address}</source>
        <translation>邮政信箱不是地点：{address}</translation>
    </message>
    <message>
        <source>The address of {person} is there: {address}</source>
        <translation>{person} 的地址在此：{address}</translation>
    </message>
    <message>
        <source>{person}, whom it is about, works there.</source>
        <translation>相关联系人 {person} 在此工作。</translation>
    </message>
    <message>
        <source>Its text gives the address: {address}</source>
        <translation>内容里写了地址：{address}</translation>
    </message>
    <message>
        <source>Its text says “{word}”, which is true of this site alone.</source>
        <translation>内容里提到“{word}”，只有这个地点符合。</translation>
    </message>
    <message>
        <source>What came before and after {day} belongs to this site.</source>
        <translation>{day} 前后的内容都属于这个地点。</translation>
    </message>
    <message>
        <source>On {day} only this site was being dealt with.</source>
        <translation>{day} 只跟进过这个地点。</translation>
    </message>
    <message>
        <source>Its text gives an address that is none of the sites: {address}</source>
        <translation>内容里的地址不属于任何地点：{address}</translation>
    </message>
    <message>
        <source>Nothing says where it belongs, so it stays.</source>
        <translation>无法判断归属，留在原客户。</translation>
    </message>
    <message>
        <source>Its text names several sites ({words}), so it stays.</source>
        <translation>内容提到多个地点（{words}），留在原客户。</translation>
    </message>
    <message>
        <source>The account had no address of its own; it takes the first one.</source>
        <translation>客户原来没有地址，取第一个。</translation>
    </message>
    <message>
        <source>The account's own address.</source>
        <translation>客户自己的地址。</translation>
    </message>
    <message>
        <source>Only texts name this address.</source>
        <translation>只有文字内容里提到此地址。</translation>
    </message>
    <message>
        <source>Several floors or rooms of one building: they are parts of one site.</source>
        <translation>同一栋楼的几个楼层或房间：属于同一个地点。</translation>
    </message>
    <message>
        <source>The company has this site already.</source>
        <translation>公司已有此地点。</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>What goes where</source>
        <translation>归属明细</translation>
    </message>
    <message>
        <source>New site</source>
        <translation>新建地点</translation>
    </message>
    <message>
        <source>the selection in the tree</source>
        <translation>树里所选</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen</source>
        <translation><numerusform>已选 %n 个</numerusform></translation>
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
        <translation>之后被 {user} 修改过（{at}）</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>之后被修改过</translation>
    </message>
    <message>
        <source>{other} hangs on it</source>
        <translation>{other} 依附于它</translation>
    </message>
    <message>
        <source>{other}, where it belonged, is deleted</source>
        <translation>它所属的 {other} 已被删除</translation>
    </message>
    <message>
        <source>it would come to lie below itself, for {other} was moved meanwhile</source>
        <translation>它会落到自己的下级，因为 {other} 已被移动</translation>
    </message>
    <message>
        <source>its former code belongs to {other} now</source>
        <translation>它原来的编号现在属于 {other}</translation>
    </message>
    <message>
        <source>deleted since</source>
        <translation>之后被删除</translation>
    </message>
    <message>
        <source>it came back without its code, which belongs to {other} now</source>
        <translation>它恢复时没有编号，编号现在属于 {other}</translation>
    </message>
    <message>
        <source>{action} {label}</source>
        <translation>{action} {label}</translation>
    </message>
    <message>
        <source>Undone: {what}.</source>
        <translation>已撤销：{what}。</translation>
    </message>
    <message>
        <source>Done again: {what}.</source>
        <translation>已重做：{what}。</translation>
    </message>
    <message numerus="yes">
        <source>%n entries were left as they are: {names}</source>
        <translation><numerusform>%n 项保持不变：{names}</numerusform></translation>
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
        <translation>地点</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>任职</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>活动</translation>
    </message>
    <message>
        <source>Classification</source>
        <translation>分类</translation>
    </message>
    <message>
        <source>User</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>团队</translation>
    </message>
    <message>
        <source>Floor or department</source>
        <translation>楼层或部门</translation>
    </message>
    <message>
        <source>Further address</source>
        <translation>附加地址</translation>
    </message>
    <message>
        <source>Collaborator</source>
        <translation>协作人</translation>
    </message>
    <message>
        <source>Decision about two records</source>
        <translation>对两条记录的判断</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>领取</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>线索</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>跟进</translation>
    </message>
    <message>
        <source>Pool</source>
        <translation>公海</translation>
    </message>
    <message>
        <source>Member of a pool</source>
        <translation>公海成员</translation>
    </message>
    <message>
        <source>Set of criteria</source>
        <translation>判断标准</translation>
    </message>
    <message>
        <source>Criterion</source>
        <translation>判断项</translation>
    </message>
    <message>
        <source>Qualification</source>
        <translation>资格评估</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Conversion</source>
        <translation>转化</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Opportunity</source>
        <translation>商机</translation>
    </message>
    <message>
        <source>Person at an opportunity</source>
        <translation>商机联系人</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>集团</translation>
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
        <translation>争取中</translation>
    </message>
    <message>
        <source>Existing customer</source>
        <translation>现有客户</translation>
    </message>
    <message>
        <source>Sleeping customer</source>
        <translation>沉睡客户</translation>
    </message>
    <message>
        <source>Fought but lost</source>
        <translation>丢单</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Customer kind</source>
        <translation>客户类型</translation>
    </message>
    <message>
        <source>Grade</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>Kind of place</source>
        <translation>地点类型</translation>
    </message>
    <message>
        <source>Reason for release</source>
        <translation>释放到公海的原因</translation>
    </message>
    <message>
        <source>Reason for disqualifying</source>
        <translation>判为无效的原因</translation>
    </message>
    <message>
        <source>New</source>
        <translation>待跟进</translation>
    </message>
    <message>
        <source>Working</source>
        <translation>跟进中</translation>
    </message>
    <message>
        <source>Qualified</source>
        <translation>合格</translation>
    </message>
    <message>
        <source>Disqualified</source>
        <translation>无效</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>已转化</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>No follow-up for too long</source>
        <translation>太久没有跟进</translation>
    </message>
    <message>
        <source>No opportunity for too long</source>
        <translation>太久没有商机</translation>
    </message>
    <message>
        <source>Contract ended</source>
        <translation>合同到期</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还不行</translation>
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
        <translation>拍板</translation>
    </message>
    <message>
        <source>Influences</source>
        <translation>有影响</translation>
    </message>
    <message>
        <source>Uses it</source>
        <translation>使用者</translation>
    </message>
    <message>
        <source>Buys</source>
        <translation>负责采购</translation>
    </message>
    <message>
        <source>Champion</source>
        <translation>内部支持者</translation>
    </message>
    <message>
        <source>Opposes</source>
        <translation>反对</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>跟进记录</translation>
    </message>
    <message>
        <source>Visit</source>
        <translation>拜访</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>会议</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Billing address</source>
        <translation>账单地址</translation>
    </message>
    <message>
        <source>Mailing address</source>
        <translation>邮寄地址</translation>
    </message>
    <message>
        <source>Delivery address</source>
        <translation>收货地址</translation>
    </message>
    <message>
        <source>Other address</source>
        <translation>其他地址</translation>
    </message>
    <message>
        <source>May read</source>
        <translation>可查看</translation>
    </message>
    <message>
        <source>May edit</source>
        <translation>可编辑</translation>
    </message>
    <message>
        <source>Added by hand</source>
        <translation>手动添加</translation>
    </message>
    <message>
        <source>Former owner</source>
        <translation>原负责人</translation>
    </message>
    <message>
        <source>Not a duplicate</source>
        <translation>不是重复</translation>
    </message>
    <message>
        <source>Another building</source>
        <translation>另一栋楼</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>已申请</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>跟进中</translation>
    </message>
    <message>
        <source>Held by somebody else</source>
        <translation>由他人跟进</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放弃跟进</translation>
    </message>
    <message>
        <source>Lapsed</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>Split into sites</source>
        <translation>拆分为地点</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>合并</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Set-up</source>
        <translation>初始设置</translation>
    </message>
    <message>
        <source>Exchange with the centre</source>
        <translation>与中心同步</translation>
    </message>
    <message>
        <source>Conflict settled</source>
        <translation>解决冲突</translation>
    </message>
    <message>
        <source>Claim or release</source>
        <translation>领取或释放</translation>
    </message>
    <message>
        <source>Rule of a pool</source>
        <translation>公海规则</translation>
    </message>
    <message>
        <source>{count} records</source>
        <translation>{count} 条记录</translation>
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
