<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
  <context>
    <name>Actions</name>
    <message>
      <source>About WalletCase</source>
      <translation>关于 WalletCase</translation>
    </message>
    <message>
      <source>Add evidence…</source>
      <translation>添加证据…</translation>
    </message>
    <message>
      <source>Add the sample case</source>
      <translation>添加示例案件</translation>
    </message>
    <message>
      <source>Calendar years…</source>
      <translation>日历年份…</translation>
    </message>
    <message>
      <source>Capture part of the screen…</source>
      <translation>截取屏幕的一部分…</translation>
    </message>
    <message>
      <source>Check all files</source>
      <translation>检查全部文件</translation>
    </message>
    <message>
      <source>Check before filing…</source>
      <translation>提交前检查…</translation>
    </message>
    <message>
      <source>Day calculator…</source>
      <translation>天数计算…</translation>
    </message>
    <message>
      <source>Delete for good…</source>
      <translation>彻底删除…</translation>
    </message>
    <message>
      <source>Dossier</source>
      <translation>卷宗</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>Export calendar…</source>
      <translation>导出日历…</translation>
    </message>
    <message>
      <source>Export dossier…</source>
      <translation>导出卷宗…</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>资料</translation>
    </message>
    <message>
      <source>Find a command…</source>
      <translation>查找命令…</translation>
    </message>
    <message>
      <source>Guide and help</source>
      <translation>指南与帮助</translation>
    </message>
    <message>
      <source>Import a case…</source>
      <translation>导入案件…</translation>
    </message>
    <message>
      <source>Journal and trusted time…</source>
      <translation>日志与可信时间…</translation>
    </message>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>键盘快捷键</translation>
    </message>
    <message>
      <source>Letters</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Move to trash</source>
      <translation>移到回收站</translation>
    </message>
    <message>
      <source>New case…</source>
      <translation>新建案件…</translation>
    </message>
    <message>
      <source>Open the data folder</source>
      <translation>打开数据文件夹</translation>
    </message>
    <message>
      <source>Paste as evidence</source>
      <translation>粘贴为证据</translation>
    </message>
    <message>
      <source>Playbooks…</source>
      <translation>流程…</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>打印…</translation>
    </message>
    <message>
      <source>Quit</source>
      <translation>退出</translation>
    </message>
    <message>
      <source>Record a contact</source>
      <translation>记录沟通</translation>
    </message>
    <message>
      <source>Redact the exhibit…</source>
      <translation>给证据打码…</translation>
    </message>
    <message>
      <source>Remove the sample case</source>
      <translation>移除示例案件</translation>
    </message>
    <message>
      <source>Renumber exhibits…</source>
      <translation>重新编号…</translation>
    </message>
    <message>
      <source>Rules and channels…</source>
      <translation>规则与渠道…</translation>
    </message>
    <message>
      <source>Search</source>
      <translation>搜索</translation>
    </message>
    <message>
      <source>Settings…</source>
      <translation>设置…</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>步骤</translation>
    </message>
    <message>
      <source>Take out of the trash</source>
      <translation>从回收站恢复</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>时间线</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>今天</translation>
    </message>
    <message>
      <source>Where to turn…</source>
      <translation>往哪里投诉…</translation>
    </message>
  </context>
  <context>
    <name>Calculator</name>
    <message>
      <source>Calendar days</source>
      <translation>自然日</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>已复制</translation>
    </message>
    <message>
      <source>Copy the result</source>
      <translation>复制结果</translation>
    </message>
    <message>
      <source>Day by day</source>
      <translation>逐日说明</translation>
    </message>
    <message>
      <source>Day calculator</source>
      <translation>天数计算</translation>
    </message>
    <message>
      <source>Estimated</source>
      <translation>估算</translation>
    </message>
    <message>
      <source>How many</source>
      <translation>天数</translation>
    </message>
    <message>
      <source>How many days</source>
      <translation>天数</translation>
    </message>
    <message>
      <source>Last day {date}</source>
      <translation>届满日 {date}</translation>
    </message>
    <message>
      <source>Last day {date}, moved over the holiday to {moved}</source>
      <translation>届满日 {date}，遇节假日顺延至 {moved}</translation>
    </message>
    <message>
      <source>Move a last day on a holiday to the next working day</source>
      <translation>最后一天是节假日时，顺延到下一个工作日</translation>
    </message>
    <message>
      <source>Pick a date</source>
      <translation>选日期</translation>
    </message>
    <message>
      <source>Start day</source>
      <translation>起算日</translation>
    </message>
    <message>
      <source>The start day does not count. A term may end on a make-up working day.</source>
      <translation>起算当天不计入。调休上班日可以是期限的最后一天。</translation>
    </message>
    <message>
      <source>Type a start day and a number of days</source>
      <translation>请填起算日和天数</translation>
    </message>
    <message>
      <source>Working days</source>
      <translation>工作日</translation>
    </message>
    <message>
      <source>{amount} from {start}</source>
      <translation>自 {start} 起 {amount}</translation>
    </message>
  </context>
  <context>
    <name>Calendar</name>
    <message numerus="yes">
      <source>%n date(s) exported</source>
      <translation>
        <numerusform>已导出 %n 个日期</numerusform>
      </translation>
    </message>
    <message>
      <source>Calendar (*.ics)</source>
      <translation>日历 (*.ics)</translation>
    </message>
    <message>
      <source>Export the dates</source>
      <translation>导出日期</translation>
    </message>
  </context>
  <context>
    <name>Capture</name>
    <message>
      <source>Drag over the part that counts. Enter takes the whole screen, Esc leaves.</source>
      <translation>拖动框选需要的部分。回车截取整个屏幕，Esc 退出。</translation>
    </message>
    <message>
      <source>Mark a part of the screen</source>
      <translation>框选屏幕的一部分</translation>
    </message>
    <message>
      <source>No picture of the screen could be taken. Take a screenshot with the keys of your system and press Ctrl+V here.</source>
      <translation>没能截取屏幕。请用系统的截屏快捷键截屏，再到这里按 Ctrl+V 粘贴。</translation>
    </message>
    <message>
      <source>The picture of the screen was empty, so it was not added. Take a screenshot with the keys of your system and press Ctrl+V here.</source>
      <translation>截到的画面是空白的，没有添加。请用系统的截屏快捷键截屏，再到这里按 Ctrl+V 粘贴。</translation>
    </message>
  </context>
  <context>
    <name>CaseHeader</name>
    <message>
      <source>Add evidence</source>
      <translation>添加证据</translation>
    </message>
    <message>
      <source>An answer is expected by {date}</source>
      <translation>应在 {date} 前答复</translation>
    </message>
    <message>
      <source>Copy the reference number</source>
      <translation>复制受理编号</translation>
    </message>
    <message>
      <source>In the trash</source>
      <translation>在回收站</translation>
    </message>
    <message>
      <source>More</source>
      <translation>更多</translation>
    </message>
    <message>
      <source>Reference number copied</source>
      <translation>受理编号已复制</translation>
    </message>
    <message>
      <source>Reference {number}</source>
      <translation>受理编号 {number}</translation>
    </message>
    <message>
      <source>Sample, fictitious</source>
      <translation>示例，内容虚构</translation>
    </message>
    <message>
      <source>Saved {time}</source>
      <translation>已保存 {time}</translation>
    </message>
    <message>
      <source>Saving…</source>
      <translation>正在保存…</translation>
    </message>
    <message>
      <source>Shows how the date was counted</source>
      <translation>查看这个日期是怎么算出来的</translation>
    </message>
    <message numerus="yes">
      <source>Waiting for %n day(s)</source>
      <translation>
        <numerusform>已等待 %n 天</numerusform>
      </translation>
    </message>
    <message>
      <source>answer: {when}</source>
      <translation>对方答复：{when}</translation>
    </message>
  </context>
  <context>
    <name>CaseList</name>
    <message numerus="yes">
      <source>%n exhibit(s)</source>
      <translation>
        <numerusform>证据 %n 份</numerusform>
      </translation>
    </message>
    <message>
      <source>Cases</source>
      <translation>案件</translation>
    </message>
    <message>
      <source>Cases stand here once something of theirs is due or overdue.</source>
      <translation>案件有事项到期或逾期时，会列在这里。</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>最近更新</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>期限</translation>
    </message>
    <message>
      <source>Follow-up</source>
      <translation>待跟进</translation>
    </message>
    <message>
      <source>Newest</source>
      <translation>最新建立</translation>
    </message>
    <message>
      <source>No case belongs under this filter right now.</source>
      <translation>目前没有案件符合这个筛选。</translation>
    </message>
    <message>
      <source>Nothing due today</source>
      <translation>今天没有到期事项</translation>
    </message>
    <message>
      <source>Nothing here</source>
      <translation>这里还没有案件</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>逾期</translation>
    </message>
    <message>
      <source>Sample</source>
      <translation>示例</translation>
    </message>
    <message>
      <source>Sort by</source>
      <translation>排序</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>标题</translation>
    </message>
  </context>
  <context>
    <name>CasePage</name>
    <message>
      <source>Dossier</source>
      <translation>卷宗</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>资料</translation>
    </message>
    <message>
      <source>Letters</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Parts of the case</source>
      <translation>案件的各个部分</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>步骤</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>时间线</translation>
    </message>
  </context>
  <context>
    <name>Chat</name>
    <message>
      <source>Chat screenshots: what makes them hold</source>
      <translation>聊天截图：怎样才站得住</translation>
    </message>
    <message>
      <source>Ticks count for all chat screenshots of the case. The check reminds you of the rest.</source>
      <translation>打勾对本案所有聊天截图都算数；没打勾的，“提交前检查”会提醒您。</translation>
    </message>
  </context>
  <context>
    <name>Check</name>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>A bank</source>
      <translation>银行</translation>
    </message>
    <message>
      <source>A payment institution</source>
      <translation>支付机构</translation>
    </message>
    <message>
      <source>Calmer: {words}</source>
      <translation>可改为：{words}</translation>
    </message>
    <message>
      <source>Changed; Ctrl+Z takes it back</source>
      <translation>已替换；按 Ctrl+Z 可撤销</translation>
    </message>
    <message>
      <source>Check</source>
      <translation>检查</translation>
    </message>
    <message>
      <source>Check before filing</source>
      <translation>提交前检查</translation>
    </message>
    <message>
      <source>Check for</source>
      <translation>检查对象</translation>
    </message>
    <message>
      <source>Check for this door</source>
      <translation>为这个渠道检查</translation>
    </message>
    <message>
      <source>Check for which door</source>
      <translation>为哪个渠道检查</translation>
    </message>
    <message>
      <source>Check for: {door}</source>
      <translation>为“{door}”检查</translation>
    </message>
    <message>
      <source>Choose what it is about: the doors follow from who answers for it.</source>
      <translation>先选是什么产品：由谁负责，就决定了往哪里投诉。</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>请选择…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>已复制</translation>
    </message>
    <message>
      <source>Copy {number}</source>
      <translation>复制 {number}</translation>
    </message>
    <message>
      <source>Dates, amounts, evidence and words fit together as far as this check can see.</source>
      <translation>就能检查到的范围，日期、金额、证据和措辞都对得上。</translation>
    </message>
    <message>
      <source>Fraud, or money taken?</source>
      <translation>是否被骗或钱被盗？</translation>
    </message>
    <message>
      <source>Go by the product</source>
      <translation>按产品判断</translation>
    </message>
    <message>
      <source>Go there</source>
      <translation>去改</translation>
    </message>
    <message>
      <source>Go there: {what}</source>
      <translation>去改：{what}</translation>
    </message>
    <message>
      <source>Good to know while this is pending: {there}</source>
      <translation>{there}办理期间，请先知道</translation>
    </message>
    <message>
      <source>Keep this product in the case</source>
      <translation>把这个产品记入案件</translation>
    </message>
    <message>
      <source>Likely to be refused while this is pending: {there}</source>
      <translation>{there}办理期间，这里很可能不受理</translation>
    </message>
    <message>
      <source>Mask it</source>
      <translation>隐去</translation>
    </message>
    <message>
      <source>No</source>
      <translation>没有</translation>
    </message>
    <message>
      <source>Nothing is missing for: {door}</source>
      <translation>{door}：不缺什么了</translation>
    </message>
    <message>
      <source>Pending here</source>
      <translation>正在这里办理</translation>
    </message>
    <message>
      <source>Pending here since {date}</source>
      <translation>{date} 起在这里办理</translation>
    </message>
    <message>
      <source>Result of the check</source>
      <translation>检查结果</translation>
    </message>
    <message>
      <source>Route</source>
      <translation>路线</translation>
    </message>
    <message>
      <source>The bank answers for it.</source>
      <translation>由银行负责。</translation>
    </message>
    <message>
      <source>The payment institution answers for it.</source>
      <translation>由支付机构负责。</translation>
    </message>
    <message>
      <source>The rest can wait</source>
      <translation>其余的可以晚点看</translation>
    </message>
    <message>
      <source>To be verified</source>
      <translation>待核实</translation>
    </message>
    <message>
      <source>Use the calmer wording</source>
      <translation>换成这句</translation>
    </message>
    <message>
      <source>What is it about?</source>
      <translation>是什么产品或事情？</translation>
    </message>
    <message>
      <source>Where to turn</source>
      <translation>往哪里投诉</translation>
    </message>
    <message>
      <source>Who answers for it is not settled yet.</source>
      <translation>由谁负责还没有定论。</translation>
    </message>
    <message>
      <source>Who answers for it?</source>
      <translation>由谁负责？</translation>
    </message>
    <message>
      <source>Yes, or I suspect it</source>
      <translation>是，或怀疑是</translation>
    </message>
    <message>
      <source>{counts}. These are suggestions; you can file and record as you like.</source>
      <translation>{counts}。这些只是建议，不影响您提交和记录。</translation>
    </message>
    <message>
      <source>{door} (next)</source>
      <translation>{door}（下一步）</translation>
    </message>
    <message>
      <source>{n} hints</source>
      <translation>{n} 条建议</translation>
    </message>
    <message>
      <source>{n} more ways</source>
      <translation>还有 {n} 种方式</translation>
    </message>
    <message>
      <source>{n} to check</source>
      <translation>{n} 项请核对</translation>
    </message>
    <message>
      <source>{n} to settle first</source>
      <translation>{n} 项请先处理</translation>
    </message>
    <message>
      <source>{source}, checked {date}</source>
      <translation>{source}，核对于 {date}</translation>
    </message>
  </context>
  <context>
    <name>Custody</name>
    <message>
      <source>A change</source>
      <translation>一次修改</translation>
    </message>
    <message>
      <source>A copy of the file</source>
      <translation>文件的副本</translation>
    </message>
    <message>
      <source>Added</source>
      <translation>加入</translation>
    </message>
    <message>
      <source>Added by the command line</source>
      <translation>用命令行添加</translation>
    </message>
    <message>
      <source>Attachment of the e-mail, exhibit {n}</source>
      <translation>邮件（证据{n}）的附件</translation>
    </message>
    <message>
      <source>Captured from the screen</source>
      <translation>截取自屏幕</translation>
    </message>
    <message>
      <source>Chosen from the computer's files</source>
      <translation>从电脑文件中选择</translation>
    </message>
    <message>
      <source>Description changed</source>
      <translation>修改了说明</translation>
    </message>
    <message>
      <source>Done again: {what}</source>
      <translation>重做：{what}</translation>
    </message>
    <message>
      <source>Dropped onto the window</source>
      <translation>拖放到窗口</translation>
    </message>
    <message>
      <source>Exhibit number changed</source>
      <translation>变更了证据编号</translation>
    </message>
    <message>
      <source>From the journal: its lines are chained by SHA-256, none can be changed unseen.</source>
      <translation>摘自日志：各行以 SHA-256 相连，改动任何一行都会被发现。</translation>
    </message>
    <message>
      <source>History</source>
      <translation>经过</translation>
    </message>
    <message>
      <source>In the dossier, as pages and as a file</source>
      <translation>在卷宗里：既印成页面，也附有原始文件</translation>
    </message>
    <message>
      <source>In the evidence pack</source>
      <translation>在证据包中</translation>
    </message>
    <message>
      <source>Link removed</source>
      <translation>取消了关联</translation>
    </message>
    <message>
      <source>Linked</source>
      <translation>建立了关联</translation>
    </message>
    <message>
      <source>Listed in the case as data</source>
      <translation>列入案件数据</translation>
    </message>
    <message>
      <source>Listed in the dossier</source>
      <translation>列入卷宗目录</translation>
    </message>
    <message>
      <source>Listed on the sheet for a visit</source>
      <translation>列入网点办理单</translation>
    </message>
    <message>
      <source>Made in the app</source>
      <translation>在软件中生成</translation>
    </message>
    <message>
      <source>Mark on page {page} changed</source>
      <translation>改动了第 {page} 页的标注</translation>
    </message>
    <message>
      <source>Mark on page {page} taken away</source>
      <translation>去掉了第 {page} 页的标注</translation>
    </message>
    <message>
      <source>Marked on page {page}</source>
      <translation>在第 {page} 页做了标注</translation>
    </message>
    <message>
      <source>Moved to another part of the index</source>
      <translation>移到证据目录的另一部分</translation>
    </message>
    <message>
      <source>Moved to the trash</source>
      <translation>移到回收站</translation>
    </message>
    <message>
      <source>Named in letter {n}</source>
      <translation>在文书 {n} 中提及</translation>
    </message>
    <message>
      <source>Origin</source>
      <translation>来历</translation>
    </message>
    <message>
      <source>Page cut from exhibit {n}</source>
      <translation>由证据{n}切分出的一页</translation>
    </message>
    <message>
      <source>Pasted from the clipboard</source>
      <translation>从剪贴板粘贴</translation>
    </message>
    <message>
      <source>Put in order with other screenshots</source>
      <translation>与其他截图一起排了顺序</translation>
    </message>
    <message>
      <source>Redacted copy made and searched</source>
      <translation>已生成并检查打码件</translation>
    </message>
    <message>
      <source>Redacted version of exhibit {n}</source>
      <translation>证据{n}的打码件</translation>
    </message>
    <message numerus="yes">
      <source>Show all %n line(s)</source>
      <translation>
        <numerusform>显示全部 %n 条</numerusform>
      </translation>
    </message>
    <message>
      <source>Show the newest only</source>
      <translation>只看最新几条</translation>
    </message>
    <message>
      <source>Shown in the dossier</source>
      <translation>列入卷宗（含页面）</translation>
    </message>
    <message>
      <source>Taken from the watched folder</source>
      <translation>来自留意的文件夹</translation>
    </message>
    <message>
      <source>Taken out of the archive, exhibit {n}</source>
      <translation>取自压缩包（证据{n}）</translation>
    </message>
    <message>
      <source>Taken out of the trash</source>
      <translation>从回收站取回</translation>
    </message>
    <message>
      <source>Title changed to '{title}'</source>
      <translation>标题改为“{title}”</translation>
    </message>
    <message>
      <source>Undone: {what}</source>
      <translation>撤销：{what}</translation>
    </message>
    <message>
      <source>Words of it</source>
      <translation>其中的文字</translation>
    </message>
    <message>
      <source>Words on page {page} checked or corrected</source>
      <translation>核对或更正了第 {page} 页的文字</translation>
    </message>
    <message>
      <source>Words on page {page} taken as the machine read them</source>
      <translation>第 {page} 页的文字恢复为机器读取的样子</translation>
    </message>
    <message>
      <source>copied to the clipboard</source>
      <translation>复制到剪贴板</translation>
    </message>
    <message>
      <source>opened with another program</source>
      <translation>用其他程序打开</translation>
    </message>
    <message>
      <source>printed</source>
      <translation>打印</translation>
    </message>
    <message>
      <source>printed ({target})</source>
      <translation>打印（{target}）</translation>
    </message>
    <message>
      <source>saved as {target}</source>
      <translation>存为 {target}</translation>
    </message>
    <message>
      <source>{head}: {more}</source>
      <translation>{head}：{more}</translation>
    </message>
    <message>
      <source>{person} on {device}</source>
      <translation>{person}，电脑 {device}</translation>
    </message>
    <message>
      <source>{thing} for the bank</source>
      <translation>{thing}（提交银行）</translation>
    </message>
    <message>
      <source>{thing} for the public</source>
      <translation>{thing}（公开使用）</translation>
    </message>
    <message>
      <source>{thing} for the regulator</source>
      <translation>{thing}（提交监管部门）</translation>
    </message>
  </context>
  <context>
    <name>Days</name>
    <message numerus="yes">
      <source>%n calendar day(s)</source>
      <translation>
        <numerusform>%n 个自然日</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n working day(s)</source>
      <translation>
        <numerusform>%n 个工作日</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n year(s)</source>
      <translation>
        <numerusform>%n 年</numerusform>
      </translation>
    </message>
    <message>
      <source>; </source>
      <translation>；</translation>
    </message>
    <message>
      <source>Fri</source>
      <translation>周五</translation>
    </message>
    <message>
      <source>Mon</source>
      <translation>周一</translation>
    </message>
    <message>
      <source>Sat</source>
      <translation>周六</translation>
    </message>
    <message>
      <source>Sun</source>
      <translation>周日</translation>
    </message>
    <message>
      <source>Thu</source>
      <translation>周四</translation>
    </message>
    <message>
      <source>Tue</source>
      <translation>周二</translation>
    </message>
    <message>
      <source>Wed</source>
      <translation>周三</translation>
    </message>
    <message>
      <source>day {n}</source>
      <translation>第 {n} 天</translation>
    </message>
    <message>
      <source>day {n}, the last</source>
      <translation>第 {n} 天，最后一天</translation>
    </message>
    <message>
      <source>does not count</source>
      <translation>不计入</translation>
    </message>
    <message>
      <source>estimated: the app has no published calendar of {year}</source>
      <translation>预计：本程序没有 {year} 年已公布的放假安排</translation>
    </message>
    <message>
      <source>holiday</source>
      <translation>放假</translation>
    </message>
    <message>
      <source>make-up working day</source>
      <translation>调休上班日</translation>
    </message>
    <message>
      <source>moved</source>
      <translation>顺延至此</translation>
    </message>
    <message>
      <source>paused</source>
      <translation>暂停</translation>
    </message>
    <message>
      <source>paused, does not count</source>
      <translation>暂停，不计入</translation>
    </message>
    <message>
      <source>public holiday, {name}</source>
      <translation>法定假日，{name}</translation>
    </message>
    <message>
      <source>start</source>
      <translation>起算</translation>
    </message>
    <message>
      <source>the last day moves here</source>
      <translation>最后一天顺延至此</translation>
    </message>
    <message>
      <source>the last day moves on</source>
      <translation>最后一天继续顺延</translation>
    </message>
    <message>
      <source>the start, which does not count</source>
      <translation>起算当天，不计入</translation>
    </message>
    <message>
      <source>weekend</source>
      <translation>周末</translation>
    </message>
    <message>
      <source>work</source>
      <translation>调休上班</translation>
    </message>
    <message>
      <source>working day</source>
      <translation>工作日</translation>
    </message>
  </context>
  <context>
    <name>Deadlines</name>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>Another body</source>
      <translation>其他机构</translation>
    </message>
    <message>
      <source>Answered in time</source>
      <translation>按时答复</translation>
    </message>
    <message>
      <source>Answered late</source>
      <translation>逾期答复</translation>
    </message>
    <message>
      <source>Began on {since}</source>
      <translation>起算日为 {since}</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>已结束</translation>
    </message>
    <message>
      <source>Day by day</source>
      <translation>逐日说明</translation>
    </message>
    <message>
      <source>Day of the notice</source>
      <translation>告知的日期</translation>
    </message>
    <message>
      <source>Days of agreed mediation, or while they wait for papers from you, do not count.</source>
      <translation>双方同意调解的时间，以及对方等您补材料的时间，不计入期限。</translation>
    </message>
    <message>
      <source>Deadline</source>
      <translation>期限</translation>
    </message>
    <message>
      <source>Deadlines</source>
      <translation>期限</translation>
    </message>
    <message>
      <source>Done in time</source>
      <translation>按时办理</translation>
    </message>
    <message>
      <source>Done late</source>
      <translation>逾期办理</translation>
    </message>
    <message>
      <source>Due now</source>
      <translation>已到期</translation>
    </message>
    <message>
      <source>End the pause</source>
      <translation>结束暂停</translation>
    </message>
    <message>
      <source>End the pause…</source>
      <translation>结束暂停…</translation>
    </message>
    <message>
      <source>Estimated</source>
      <translation>估算</translation>
    </message>
    <message>
      <source>Extended by notice of {since}: {name}</source>
      <translation>{since} 告知延长：{name}</translation>
    </message>
    <message>
      <source>First paused day</source>
      <translation>暂停的第一天</translation>
    </message>
    <message>
      <source>How you know (optional)</source>
      <translation>依据（可不填）</translation>
    </message>
    <message>
      <source>It began on another day</source>
      <translation>换一个起算日</translation>
    </message>
    <message>
      <source>It began on another day…</source>
      <translation>换起算日…</translation>
    </message>
    <message>
      <source>It stays in the record as closed and no longer warns. You can take it back.</source>
      <translation>它会以“已结束”留在记录里，不再提醒；您可以随时撤回。</translation>
    </message>
    <message>
      <source>Keep to {first}. Only if the rule lets it move would {later} still do.</source>
      <translation>请以 {first} 为准。只有规定允许顺延时，{later} 才来得及。</translation>
    </message>
    <message>
      <source>Last day {date}</source>
      <translation>届满日 {date}</translation>
    </message>
    <message>
      <source>Last paused day</source>
      <translation>暂停的最后一天</translation>
    </message>
    <message>
      <source>Last paused day (empty: it still runs)</source>
      <translation>暂停的最后一天（留空：仍在暂停）</translation>
    </message>
    <message>
      <source>Late</source>
      <translation>逾期</translation>
    </message>
    <message>
      <source>Missed</source>
      <translation>已错过</translation>
    </message>
    <message>
      <source>No longer of interest</source>
      <translation>不再关注</translation>
    </message>
    <message>
      <source>No longer of interest…</source>
      <translation>不再关注…</translation>
    </message>
    <message>
      <source>Nobody has seen this in the rule itself yet. Check before you rely on it.</source>
      <translation>这一条尚未与原文核对，使用前请先核实。</translation>
    </message>
    <message>
      <source>Only if they told you so, with the reason. The start stays the same.</source>
      <translation>仅限对方已告知您并说明理由的情形。起算日不变。</translation>
    </message>
    <message>
      <source>Pause the count</source>
      <translation>暂停计算</translation>
    </message>
    <message>
      <source>Paused</source>
      <translation>已暂停</translation>
    </message>
    <message>
      <source>Paused from {since} to {until}, both included</source>
      <translation>{since} 至 {until} 暂停（含首尾两天）</translation>
    </message>
    <message>
      <source>Paused since {since}</source>
      <translation>自 {since} 起暂停</translation>
    </message>
    <message>
      <source>Pause…</source>
      <translation>暂停…</translation>
    </message>
    <message>
      <source>Pick a date</source>
      <translation>选日期</translation>
    </message>
    <message>
      <source>Running</source>
      <translation>进行中</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Shows how the date was counted</source>
      <translation>查看这个日期是怎么算出来的</translation>
    </message>
    <message>
      <source>Source, checked {date}: {source}</source>
      <translation>来源（{date} 核对）：{source}</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>Take back: {what}</source>
      <translation>撤回：{what}</translation>
    </message>
    <message>
      <source>The app has no published calendar of {years}. Weekends and the holidays of the law are assumed, and no make-up days; the date may move once you import the notice (Tools, Calendar years).</source>
      <translation>本程序没有 {years} 年已公布的放假安排。这里只按周末和法定节假日估计，没有计入调休；导入通知后（工具，日历年份），日期可能变动。</translation>
    </message>
    <message>
      <source>The bank</source>
      <translation>银行</translation>
    </message>
    <message>
      <source>The day it began</source>
      <translation>起算日</translation>
    </message>
    <message>
      <source>The last day does not move, holiday or not.</source>
      <translation>最后一天不因节假日顺延。</translation>
    </message>
    <message>
      <source>The last day is a holiday and moves to {later}. Late only after that.</source>
      <translation>最后一天是节假日，顺延至 {later}；过了这一天才算逾期。</translation>
    </message>
    <message>
      <source>The last day is a working day, so nothing moves.</source>
      <translation>最后一天是工作日，不顺延。</translation>
    </message>
    <message>
      <source>The longer limit</source>
      <translation>延长到</translation>
    </message>
    <message>
      <source>The payment institution</source>
      <translation>支付机构</translation>
    </message>
    <message>
      <source>The regulator</source>
      <translation>监管部门</translation>
    </message>
    <message>
      <source>The rule</source>
      <translation>依据</translation>
    </message>
    <message>
      <source>Their reason (optional)</source>
      <translation>对方的理由（可不填）</translation>
    </message>
    <message>
      <source>They extended it…</source>
      <translation>对方延长了…</translation>
    </message>
    <message>
      <source>They gave notice of a longer limit</source>
      <translation>对方告知延长期限</translation>
    </message>
    <message>
      <source>To be verified</source>
      <translation>待核实</translation>
    </message>
    <message>
      <source>What counts is the day on which they received it, if you can show it.</source>
      <translation>以对方收到的那一天为准，前提是您能证明。</translation>
    </message>
    <message>
      <source>What you said about it</source>
      <translation>您的说明</translation>
    </message>
    <message>
      <source>Whether the last day moves over a holiday is not settled. Ask from {first} on; call it late only after {later}.</source>
      <translation>规定没有写明最后一天遇节假日是否顺延。{first} 起就可以询问；过了 {later} 再说对方逾期。</translation>
    </message>
    <message>
      <source>Who has to act: {who}</source>
      <translation>由谁办理：{who}</translation>
    </message>
    <message>
      <source>Why (optional)</source>
      <translation>原因（可不填）</translation>
    </message>
    <message>
      <source>You</source>
      <translation>您</translation>
    </message>
    <message>
      <source>You changed this rule on {date}.</source>
      <translation>您在 {date} 改过这条规则。</translation>
    </message>
    <message>
      <source>no date while it is paused</source>
      <translation>暂停期间没有到期日</translation>
    </message>
    <message>
      <source>over the holiday {date}</source>
      <translation>遇节假日顺延至 {date}</translation>
    </message>
    <message>
      <source>{amount} from {start}</source>
      <translation>自 {start} 起 {amount}</translation>
    </message>
    <message>
      <source>{amount}, counted from the day after {start} ({trigger}): {duty}.</source>
      <translation>{amount}，从 {start}（{trigger}）的次日起算：{duty}。</translation>
    </message>
    <message>
      <source>{first}, or {later} over the holiday</source>
      <translation>{first}，顺延则为 {later}</translation>
    </message>
    <message>
      <source>{last}; {moved}</source>
      <translation>{last}；{moved}</translation>
    </message>
  </context>
  <context>
    <name>Demands</name>
    <message>
      <source>Apologise</source>
      <translation>道歉</translation>
    </message>
    <message>
      <source>Compensate</source>
      <translation>赔偿</translation>
    </message>
    <message>
      <source>Explain</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>Fix</source>
      <translation>解决</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>其他</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>恢复</translation>
    </message>
  </context>
  <context>
    <name>Dialogs</name>
    <message>
      <source>Copy details</source>
      <translation>复制详情</translation>
    </message>
  </context>
  <context>
    <name>Dossier</name>
    <message numerus="yes">
      <source>%n exhibit(s) shown as you chose.</source>
      <translation>
        <numerusform>%n 件证据按您的选择提供。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n mask(s) chosen by you.</source>
      <translation>
        <numerusform>您选定了 %n 处遮盖。</numerusform>
      </translation>
    </message>
    <message>
      <source>1 page, {size}</source>
      <translation>1 页，{size}</translation>
    </message>
    <message>
      <source>A file of that name is there already.</source>
      <translation>那里已有同名文件。</translation>
    </message>
    <message>
      <source>Always there</source>
      <translation>始终包含</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Chronology (.docx, .csv)…</source>
      <translation>时间线（.docx、.csv）…</translation>
    </message>
    <message>
      <source>Contents</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>Data (*.json)</source>
      <translation>数据 (*.json)</translation>
    </message>
    <message>
      <source>Deadlines and their rules</source>
      <translation>期限与依据</translation>
    </message>
    <message>
      <source>Demand: {text}</source>
      <translation>诉求：{text}</translation>
    </message>
    <message>
      <source>Demands and offers</source>
      <translation>诉求与方案</translation>
    </message>
    <message>
      <source>Depth</source>
      <translation>详略</translation>
    </message>
    <message>
      <source>Dossier</source>
      <translation>卷宗</translation>
    </message>
    <message>
      <source>Drag a part to another place, or press Alt with the up or down key.</source>
      <translation>可拖动调整顺序，或按 Alt 加上下方向键。</translation>
    </message>
    <message>
      <source>Evidence pack (*.zip)</source>
      <translation>证据包 (*.zip)</translation>
    </message>
    <message>
      <source>Evidence pack (.zip)…</source>
      <translation>证据包（.zip）…</translation>
    </message>
    <message>
      <source>Exhibits, page by page</source>
      <translation>证据正文，逐页</translation>
    </message>
    <message>
      <source>Export PDF…</source>
      <translation>导出 PDF…</translation>
    </message>
    <message>
      <source>Export data (.json)…</source>
      <translation>导出数据（.json）…</translation>
    </message>
    <message>
      <source>Export the case as data</source>
      <translation>把案件导出为数据</translation>
    </message>
    <message>
      <source>Export the chronology</source>
      <translation>导出时间线</translation>
    </message>
    <message>
      <source>Export the dossier</source>
      <translation>导出卷宗</translation>
    </message>
    <message>
      <source>Export the evidence pack</source>
      <translation>导出证据包</translation>
    </message>
    <message>
      <source>Exported</source>
      <translation>已导出</translation>
    </message>
    <message>
      <source>Exported {name}</source>
      <translation>已导出 {name}</translation>
    </message>
    <message>
      <source>Exporting…</source>
      <translation>正在导出…</translation>
    </message>
    <message>
      <source>Fact: {text}</source>
      <translation>事实：{text}</translation>
    </message>
    <message>
      <source>Facts and their proof</source>
      <translation>事实与证明</translation>
    </message>
    <message>
      <source>File checksums and custody</source>
      <translation>文件校验值与经手记录</translation>
    </message>
    <message>
      <source>Fit width</source>
      <translation>适应宽度</translation>
    </message>
    <message>
      <source>How to check it</source>
      <translation>核对方法</translation>
    </message>
    <message>
      <source>Identity and card numbers are masked but for their last four digits. Exhibits with a redacted copy give way to it.</source>
      <translation>证件号和银行卡号只留末四位；有打码件的证据以打码件代替。</translation>
    </message>
    <message>
      <source>In brief: contacts by their beginning, steps by how they ended, letters by their names</source>
      <translation>简要：沟通只摘开头，步骤只列结果，文书只列名称</translation>
    </message>
    <message>
      <source>In brief: what it comes down to</source>
      <translation>简要：只列要点</translation>
    </message>
    <message>
      <source>In full: all that is recorded</source>
      <translation>完整：记下的全部内容</translation>
    </message>
    <message>
      <source>Language of the dossier</source>
      <translation>卷宗语言</translation>
    </message>
    <message>
      <source>Larger</source>
      <translation>放大</translation>
    </message>
    <message>
      <source>Letters sent</source>
      <translation>已发文书</translation>
    </message>
    <message>
      <source>List of evidence</source>
      <translation>证据目录</translation>
    </message>
    <message>
      <source>Listed without their files, which could not be looked through: {numbers}</source>
      <translation>以下证据只列出，文件无法自动检查，没有放入：{numbers}</translation>
    </message>
    <message>
      <source>Listed, but without a page of their own:</source>
      <translation>已列入目录，但没有单独的页面：</translation>
    </message>
    <message>
      <source>Making the preview…</source>
      <translation>正在生成预览…</translation>
    </message>
    <message>
      <source>Masks and exhibits…</source>
      <translation>遮盖与证据…</translation>
    </message>
    <message>
      <source>Myself</source>
      <translation>自己留存</translation>
    </message>
    <message>
      <source>Names, numbers, phones and addresses are masked, and who was spoken to is left out. Only redacted copies of exhibits are shown. Look at every page before it goes out.</source>
      <translation>姓名、号码、电话和地址都会遮盖，不写明与谁沟通；只刊出打码后的证据。交出前请逐页看一遍。</translation>
    </message>
    <message>
      <source>No font has a shape for {characters}; a box stands in their place.</source>
      <translation>没有字体能显示 {characters}，已用方框代替。</translation>
    </message>
    <message>
      <source>No preview. Change an option to make one.</source>
      <translation>没有预览。更改任一选项即可生成。</translation>
    </message>
    <message>
      <source>Notes</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>Open in PDF viewer</source>
      <translation>用 PDF 阅读器打开</translation>
    </message>
    <message>
      <source>Original files inside ({size})</source>
      <translation>内附原始文件（{size}）</translation>
    </message>
    <message>
      <source>PDF document (*.pdf)</source>
      <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
      <source>Page {n} of {total}</source>
      <translation>第 {n} 页，共 {total} 页</translation>
    </message>
    <message>
      <source>Parties</source>
      <translation>当事人</translation>
    </message>
    <message>
      <source>Preview of the dossier</source>
      <translation>卷宗预览</translation>
    </message>
    <message>
      <source>Printing…</source>
      <translation>正在打印…</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>打印…</translation>
    </message>
    <message>
      <source>Redact the exhibit there or leave it out; mask your own words under 'Masks and exhibits'.</source>
      <translation>请给那里的证据打码或不附；自己写的内容请在“遮盖与证据”里遮盖。</translation>
    </message>
    <message>
      <source>Replace</source>
      <translation>替换</translation>
    </message>
    <message>
      <source>Replace '{name}'?</source>
      <translation>要替换“{name}”吗？</translation>
    </message>
    <message>
      <source>Sent to the printer</source>
      <translation>已发送到打印机</translation>
    </message>
    <message>
      <source>Show in folder</source>
      <translation>在文件夹中显示</translation>
    </message>
    <message>
      <source>Show the next one</source>
      <translation>看下一页没看过的</translation>
    </message>
    <message>
      <source>Smaller</source>
      <translation>缩小</translation>
    </message>
    <message>
      <source>Step by step record</source>
      <translation>逐步记录</translation>
    </message>
    <message>
      <source>Still shown to this reader, on page: {places}</source>
      <translation>此用途仍会看到不应出现的内容，页码：{places}</translation>
    </message>
    <message>
      <source>Summary</source>
      <translation>摘要与诉求</translation>
    </message>
    <message>
      <source>Table (*.csv)</source>
      <translation>表格 (*.csv)</translation>
    </message>
    <message>
      <source>The bank</source>
      <translation>银行</translation>
    </message>
    <message>
      <source>The dossier, every file as it was stored, and a program that checks them</source>
      <translation>卷宗、与保存时逐字节相同的每份文件，以及核对它们的小程序</translation>
    </message>
    <message>
      <source>The public</source>
      <translation>公开</translation>
    </message>
    <message>
      <source>The regulator</source>
      <translation>监管部门</translation>
    </message>
    <message>
      <source>The whole case</source>
      <translation>整个案件</translation>
    </message>
    <message>
      <source>Timeline</source>
      <translation>时间线</translation>
    </message>
    <message>
      <source>What it is about</source>
      <translation>内容范围</translation>
    </message>
    <message>
      <source>Who reads it</source>
      <translation>用途</translation>
    </message>
    <message>
      <source>Word document (*.docx)</source>
      <translation>Word 文档 (*.docx)</translation>
    </message>
    <message>
      <source>Words in these exhibits have not been read; look at them yourself: {numbers}</source>
      <translation>以下证据的文字未曾识别，请自己看一遍：{numbers}</translation>
    </message>
    <message>
      <source>{n} of {total} pages looked at. Look at all of them, then it can go out.</source>
      <translation>已看 {n} 页，共 {total} 页。全部看过之后才能交出。</translation>
    </message>
    <message>
      <source>{n} pages, {size}</source>
      <translation>{n} 页，{size}</translation>
    </message>
    <message numerus="yes">
      <source>… and %n more, named on the dossier's last page</source>
      <translation>
        <numerusform>……还有 %n 件，卷宗最后一页逐一列出</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Due</name>
    <message numerus="yes">
      <source>%n day(s) late</source>
      <translation>
        <numerusform>已逾期 %n 天</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n day(s) left</source>
      <translation>
        <numerusform>还有 %n 天</numerusform>
      </translation>
    </message>
    <message>
      <source>answer due today</source>
      <translation>今天应答复</translation>
    </message>
    <message>
      <source>answer due, late after {date}</source>
      <translation>已到答复日，{date} 之后才算逾期</translation>
    </message>
  </context>
  <context>
    <name>Evidence</name>
    <message numerus="yes">
      <source>%n exhibit(s)</source>
      <translation>
        <numerusform>证据 %n 份</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n exhibits moved to the trash</source>
      <translation>
        <numerusform>%n 份证据已移到回收站</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n file(s) inside</source>
      <translation>
        <numerusform>里面有 %n 个文件</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n new files arrived</source>
      <translation>
        <numerusform>来了 %n 个新文件</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s)</source>
      <translation>
        <numerusform>%n 页</numerusform>
      </translation>
    </message>
    <message>
      <source>A copy is played; the stored file stays exactly as it is.</source>
      <translation>播放的是一份副本，存好的原文件不会被动到。</translation>
    </message>
    <message>
      <source>A new file arrived: {file}</source>
      <translation>来了一个新文件：{file}</translation>
    </message>
    <message>
      <source>About the file</source>
      <translation>文件信息</translation>
    </message>
    <message numerus="yes">
      <source>Add %n file(s) from inside?</source>
      <translation>
        <numerusform>添加里面的 %n 个文件？</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Add %n very large file(s)?</source>
      <translation>
        <numerusform>要添加 %n 个很大的文件吗？</numerusform>
      </translation>
    </message>
    <message>
      <source>Add all files of a folder</source>
      <translation>添加文件夹里的全部文件</translation>
    </message>
    <message>
      <source>Add anyway</source>
      <translation>仍要添加</translation>
    </message>
    <message>
      <source>Add files</source>
      <translation>添加文件</translation>
    </message>
    <message>
      <source>Add files…</source>
      <translation>添加文件…</translation>
    </message>
    <message>
      <source>Add folder…</source>
      <translation>添加文件夹…</translation>
    </message>
    <message>
      <source>Add them</source>
      <translation>一并添加</translation>
    </message>
    <message>
      <source>Add them…</source>
      <translation>添加里面的文件…</translation>
    </message>
    <message>
      <source>Add to '{title}'</source>
      <translation>添加到“{title}”</translation>
    </message>
    <message>
      <source>Add to this case</source>
      <translation>添加到本案件</translation>
    </message>
    <message>
      <source>Added</source>
      <translation>添加时间</translation>
    </message>
    <message>
      <source>Adding evidence</source>
      <translation>正在添加证据</translation>
    </message>
    <message>
      <source>All files (*)</source>
      <translation>所有文件 (*)</translation>
    </message>
    <message>
      <source>All groups</source>
      <translation>全部分组</translation>
    </message>
    <message>
      <source>Archive</source>
      <translation>压缩包</translation>
    </message>
    <message>
      <source>Audio</source>
      <translation>录音</translation>
    </message>
    <message>
      <source>Author: {what}</source>
      <translation>作者：{what}</translation>
    </message>
    <message>
      <source>Bank statement</source>
      <translation>银行账单</translation>
    </message>
    <message>
      <source>Belongs to step</source>
      <translation>所属步骤</translation>
    </message>
    <message>
      <source>By date made</source>
      <translation>按形成时间</translation>
    </message>
    <message>
      <source>By group</source>
      <translation>按分组</translation>
    </message>
    <message>
      <source>By number</source>
      <translation>按编号</translation>
    </message>
    <message>
      <source>By title</source>
      <translation>按标题</translation>
    </message>
    <message>
      <source>Camera: {what}</source>
      <translation>拍摄设备：{what}</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Capture part of the screen…</source>
      <translation>截取屏幕的一部分…</translation>
    </message>
    <message>
      <source>Change title</source>
      <translation>修改标题</translation>
    </message>
    <message>
      <source>Changed: {what}</source>
      <translation>修改时间：{what}</translation>
    </message>
    <message>
      <source>Chat export</source>
      <translation>聊天记录</translation>
    </message>
    <message>
      <source>Checksum copied</source>
      <translation>校验值已复制</translation>
    </message>
    <message>
      <source>Choose a day</source>
      <translation>选择日期</translation>
    </message>
    <message>
      <source>Clipboard</source>
      <translation>剪贴板</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Comparing {n} screenshots…</source>
      <translation>正在比较 {n} 张截图…</translation>
    </message>
    <message>
      <source>Complaints and answers</source>
      <translation>投诉与答复</translation>
    </message>
    <message>
      <source>Copy</source>
      <translation>复印件</translation>
    </message>
    <message>
      <source>Copy checksum</source>
      <translation>复制校验值</translation>
    </message>
    <message>
      <source>Copy the checksum (SHA-256)</source>
      <translation>复制校验值（SHA-256）</translation>
    </message>
    <message>
      <source>Damaged</source>
      <translation>已损坏</translation>
    </message>
    <message>
      <source>Drag the attachment to the desktop first, then from there into the case.</source>
      <translation>请先把附件拖到桌面，再从桌面拖进案件。</translation>
    </message>
    <message>
      <source>Drawing this file took too long</source>
      <translation>绘制这个文件用时过长</translation>
    </message>
    <message>
      <source>Drop screenshots, photos or PDFs here, or press Ctrl+V to paste.
They are copied and stay exactly as they are.</source>
      <translation>把截图、照片或 PDF 拖到这里，或按 Ctrl+V 粘贴。
文件会原样复制保存。</translation>
    </message>
    <message>
      <source>E-mail</source>
      <translation>邮件</translation>
    </message>
    <message>
      <source>Empty file</source>
      <translation>空文件</translation>
    </message>
    <message>
      <source>Evidence added: {n}</source>
      <translation>已添加证据：{n} 份</translation>
    </message>
    <message>
      <source>Exhibit before (Left)</source>
      <translation>上一份证据（左方向键）</translation>
    </message>
    <message>
      <source>Exhibit {n}</source>
      <translation>证据{n}</translation>
    </message>
    <message>
      <source>Exhibits</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>Exhibits on the whole screen</source>
      <translation>全屏查看证据</translation>
    </message>
    <message>
      <source>Extent</source>
      <translation>尺寸</translation>
    </message>
    <message>
      <source>File</source>
      <translation>文件</translation>
    </message>
    <message>
      <source>File missing</source>
      <translation>文件缺失</translation>
    </message>
    <message>
      <source>Files of this kind can run a program on this computer. Open it only if you know where it comes from.</source>
      <translation>这类文件可能在电脑上运行程序。请确认来源可靠后再打开。</translation>
    </message>
    <message>
      <source>Film</source>
      <translation>视频</translation>
    </message>
    <message>
      <source>For example: the app showed error 1003 when I opened the wallet</source>
      <translation>例如：开通钱包时应用提示错误 1003</translation>
    </message>
    <message>
      <source>From: {what}</source>
      <translation>发件人：{what}</translation>
    </message>
    <message>
      <source>Full width</source>
      <translation>适应宽度</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>分组</translation>
    </message>
    <message>
      <source>Identity and contract</source>
      <translation>身份与合同关系</translation>
    </message>
    <message>
      <source>It has no content at all. Please check the file you took it from.</source>
      <translation>文件没有任何内容，请检查原来的文件。</translation>
    </message>
    <message>
      <source>It holds the place where it was taken</source>
      <translation>文件里带有拍摄地点</translation>
    </message>
    <message>
      <source>It is a screenshot</source>
      <translation>这是一张截屏</translation>
    </message>
    <message>
      <source>It is stored exactly as you added it and goes into the evidence list.</source>
      <translation>文件已原样保存，并会列入证据目录。</translation>
    </message>
    <message>
      <source>Last changed on disk: {time}</source>
      <translation>磁盘上最后修改：{time}</translation>
    </message>
    <message>
      <source>Leave the whole screen (Esc)</source>
      <translation>退出全屏（Esc）</translation>
    </message>
    <message>
      <source>Let go to add to this case</source>
      <translation>松开即可添加到本案</translation>
    </message>
    <message>
      <source>Lines</source>
      <translation>列表</translation>
    </message>
    <message>
      <source>Locked by a password</source>
      <translation>有密码</translation>
    </message>
    <message>
      <source>Look closely</source>
      <translation>放大查看</translation>
    </message>
    <message>
      <source>Look closely (Space), back with Esc</source>
      <translation>放大查看（空格），按 Esc 返回</translation>
    </message>
    <message>
      <source>Loss</source>
      <translation>损失</translation>
    </message>
    <message>
      <source>Made on</source>
      <translation>形成日期</translation>
    </message>
    <message>
      <source>Made: {what}</source>
      <translation>创建时间：{what}</translation>
    </message>
    <message>
      <source>Move to trash</source>
      <translation>移到回收站</translation>
    </message>
    <message>
      <source>Newest first</source>
      <translation>从新到旧</translation>
    </message>
    <message>
      <source>Next exhibit (Right)</source>
      <translation>下一份证据（右方向键）</translation>
    </message>
    <message>
      <source>Next page (PgDn)</source>
      <translation>下一页（PgDn）</translation>
    </message>
    <message>
      <source>No evidence yet</source>
      <translation>还没有证据</translation>
    </message>
    <message>
      <source>No preview</source>
      <translation>无预览</translation>
    </message>
    <message>
      <source>No preview for this kind of file</source>
      <translation>这类文件没有预览</translation>
    </message>
    <message>
      <source>No program on this computer opens this kind of file</source>
      <translation>这台电脑上没有能打开这类文件的程序</translation>
    </message>
    <message>
      <source>Not in a group</source>
      <translation>未分组</translation>
    </message>
    <message>
      <source>Not now</source>
      <translation>暂不</translation>
    </message>
    <message>
      <source>Not saved yet</source>
      <translation>尚未保存</translation>
    </message>
    <message>
      <source>Number and order</source>
      <translation>编号与排序</translation>
    </message>
    <message>
      <source>Office document</source>
      <translation>办公文档</translation>
    </message>
    <message>
      <source>Open '{file}'?</source>
      <translation>要打开“{file}”吗？</translation>
    </message>
    <message>
      <source>Open it</source>
      <translation>打开</translation>
    </message>
    <message>
      <source>Open with system viewer</source>
      <translation>用系统程序打开</translation>
    </message>
    <message>
      <source>Order</source>
      <translation>排序</translation>
    </message>
    <message>
      <source>Original</source>
      <translation>原件</translation>
    </message>
    <message>
      <source>Original name</source>
      <translation>原文件名</translation>
    </message>
    <message>
      <source>Original or copy</source>
      <translation>原件或复印件</translation>
    </message>
    <message>
      <source>Other</source>
      <translation>其他</translation>
    </message>
    <message>
      <source>Other ways to add</source>
      <translation>其他添加方式</translation>
    </message>
    <message>
      <source>Paste</source>
      <translation>粘贴</translation>
    </message>
    <message>
      <source>Pasted {time}</source>
      <translation>粘贴于 {time}</translation>
    </message>
    <message>
      <source>Phone screenshot</source>
      <translation>手机截图</translation>
    </message>
    <message>
      <source>Photo</source>
      <translation>照片</translation>
    </message>
    <message>
      <source>Picture of the exhibit</source>
      <translation>证据画面</translation>
    </message>
    <message>
      <source>Play with the system's player</source>
      <translation>用系统播放器播放</translation>
    </message>
    <message>
      <source>Previous page (PgUp)</source>
      <translation>上一页（PgUp）</translation>
    </message>
    <message>
      <source>Program: {what}</source>
      <translation>软件：{what}</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <source>Put chat screenshots in order…</source>
      <translation>给聊天截图排序…</translation>
    </message>
    <message>
      <source>Put into group</source>
      <translation>归入分组</translation>
    </message>
    <message>
      <source>Recording</source>
      <translation>录音</translation>
    </message>
    <message>
      <source>Renumber exhibits…</source>
      <translation>重新编号…</translation>
    </message>
    <message>
      <source>SMS</source>
      <translation>短信</translation>
    </message>
    <message>
      <source>Same as {n}</source>
      <translation>与证据{n}相同</translation>
    </message>
    <message>
      <source>Save a copy</source>
      <translation>另存副本</translation>
    </message>
    <message>
      <source>Save a copy…</source>
      <translation>另存副本…</translation>
    </message>
    <message>
      <source>Saved {file}</source>
      <translation>已保存 {file}</translation>
    </message>
    <message>
      <source>Says of itself</source>
      <translation>文件自述</translation>
    </message>
    <message>
      <source>Scan</source>
      <translation>扫描件</translation>
    </message>
    <message>
      <source>Screen {time}</source>
      <translation>截屏 {time}</translation>
    </message>
    <message>
      <source>Show all</source>
      <translation>全部显示</translation>
    </message>
    <message>
      <source>Show it</source>
      <translation>查看</translation>
    </message>
    <message>
      <source>Show only the group</source>
      <translation>只显示分组</translation>
    </message>
    <message>
      <source>Stopping. What is in stays</source>
      <translation>正在停止，已添加的会保留</translation>
    </message>
    <message>
      <source>Subject: {what}</source>
      <translation>主题：{what}</translation>
    </message>
    <message>
      <source>Take out what is inside…</source>
      <translation>取出里面的文件…</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>文本</translation>
    </message>
    <message>
      <source>Text of the exhibit</source>
      <translation>证据文字</translation>
    </message>
    <message>
      <source>The case as a whole</source>
      <translation>整个案件</translation>
    </message>
    <message>
      <source>The files are copied; your own stay where they are.</source>
      <translation>只复制文件，您的原文件保持不动。</translation>
    </message>
    <message>
      <source>The stored file is missing</source>
      <translation>保存的文件缺失</translation>
    </message>
    <message>
      <source>There are no exhibits to number</source>
      <translation>还没有可以编号的证据</translation>
    </message>
    <message>
      <source>There are no files in this folder</source>
      <translation>这个文件夹里没有文件</translation>
    </message>
    <message>
      <source>There is no picture and no file to paste. Take a screenshot or copy a file first.</source>
      <translation>剪贴板里没有图片或文件。请先截图，或复制一个文件。</translation>
    </message>
    <message>
      <source>There is nothing inside that can be taken out</source>
      <translation>里面没有可以取出的文件</translation>
    </message>
    <message>
      <source>This comes from a web page. Save the picture first, then add the file.</source>
      <translation>这是网页里的内容。请先保存图片，再添加文件。</translation>
    </message>
    <message>
      <source>This computer has nothing to play sound with just now.</source>
      <translation>这台电脑目前没有可用的声音设备。</translation>
    </message>
    <message>
      <source>This file asks for a password</source>
      <translation>这个文件需要密码</translation>
    </message>
    <message>
      <source>This file can't be read</source>
      <translation>无法读取这个文件</translation>
    </message>
    <message>
      <source>This file is empty</source>
      <translation>这是一个空文件</translation>
    </message>
    <message>
      <source>This picture is too large to show here</source>
      <translation>图片过大，无法在这里显示</translation>
    </message>
    <message>
      <source>This screen</source>
      <translation>本机屏幕</translation>
    </message>
    <message>
      <source>This sound can't be decoded here. The system's player may know it.</source>
      <translation>本程序无法解码这段声音，系统播放器也许可以。</translation>
    </message>
    <message>
      <source>Tiles</source>
      <translation>缩略图</translation>
    </message>
    <message>
      <source>Tiles need a higher window</source>
      <translation>窗口再高一些才能显示缩略图</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <source>Title: {what}</source>
      <translation>标题：{what}</translation>
    </message>
    <message>
      <source>To show its pages, add a copy without the password.</source>
      <translation>如需显示内容，请添加一份没有密码的副本。</translation>
    </message>
    <message>
      <source>To: {what}</source>
      <translation>收件人：{what}</translation>
    </message>
    <message>
      <source>Too large to show</source>
      <translation>过大，无法显示</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>重试</translation>
    </message>
    <message>
      <source>Try all again</source>
      <translation>全部重试</translation>
    </message>
    <message>
      <source>Turn, as it is looked at only (R)</source>
      <translation>旋转（只影响查看，按 R）</translation>
    </message>
    <message>
      <source>Type and size</source>
      <translation>类型与大小</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Use the one you have</source>
      <translation>用已有的这份</translation>
    </message>
    <message>
      <source>Video</source>
      <translation>视频</translation>
    </message>
    <message>
      <source>What became of each file</source>
      <translation>每个文件的结果</translation>
    </message>
    <message>
      <source>What happened</source>
      <translation>事实经过</translation>
    </message>
    <message>
      <source>What it proves</source>
      <translation>证明内容</translation>
    </message>
    <message>
      <source>What you wrote about it is here. Add the file again, or restore a backup.</source>
      <translation>您填写的说明还在。请重新添加该文件，或从备份恢复。</translation>
    </message>
    <message>
      <source>Where it comes from</source>
      <translation>证据来源</translation>
    </message>
    <message>
      <source>Whole page (0)</source>
      <translation>整页（0）</translation>
    </message>
    <message>
      <source>Whole screen</source>
      <translation>全屏查看</translation>
    </message>
    <message>
      <source>Whole screen (F), back with Esc</source>
      <translation>全屏查看（按 F，Esc 返回）</translation>
    </message>
    <message>
      <source>Without them, the other files are added.</source>
      <translation>不添加它们，其他文件照常添加。</translation>
    </message>
    <message>
      <source>You can open it with the program it belongs to.</source>
      <translation>可以用对应的程序打开它。</translation>
    </message>
    <message>
      <source>Zoom</source>
      <translation>缩放</translation>
    </message>
    <message>
      <source>Zoom in (+)</source>
      <translation>放大（+）</translation>
    </message>
    <message>
      <source>Zoom out (-)</source>
      <translation>缩小（-）</translation>
    </message>
    <message>
      <source>already here before: {n}</source>
      <translation>重复 {n}</translation>
    </message>
    <message>
      <source>and {n} more</source>
      <translation>还有 {n} 个</translation>
    </message>
    <message>
      <source>left out: {n}</source>
      <translation>未处理 {n}</translation>
    </message>
    <message>
      <source>not added: {n}</source>
      <translation>未能添加 {n}</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} / {total}</translation>
    </message>
    <message>
      <source>{exhibit} looks like {other}</source>
      <translation>{exhibit}与{other}看起来相似</translation>
    </message>
    <message>
      <source>{exhibit} moved to the trash</source>
      <translation>{exhibit}已移到回收站</translation>
    </message>
    <message>
      <source>{file} ({exhibit}) holds other files</source>
      <translation>“{file}”（{exhibit}）里面还有其他文件</translation>
    </message>
    <message>
      <source>{file} is here already, as {exhibit}. It was not added again.</source>
      <translation>“{file}”已经在案件中，就是{exhibit}，没有重复添加。</translation>
    </message>
    <message>
      <source>{file}: added as {exhibit}</source>
      <translation>{file}：已添加为{exhibit}</translation>
    </message>
    <message>
      <source>{kind} picture</source>
      <translation>{kind} 图片</translation>
    </message>
    <message>
      <source>{time} (written by the device; anyone can change it)</source>
      <translation>{time}（由设备写入，可被修改）</translation>
    </message>
  </context>
  <context>
    <name>Facts</name>
    <message numerus="yes">
      <source>%n day(s) late</source>
      <translation>
        <numerusform>逾期 %n 天</numerusform>
      </translation>
    </message>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
    <message>
      <source>A date by which a contact promised something is kept here until it is settled.</source>
      <translation>对方在联系中答应的日期会记在这里，直到有结果。</translation>
    </message>
    <message>
      <source>A new date was promised: {date}</source>
      <translation>对方另外答应了日期：{date}</translation>
    </message>
    <message>
      <source>Accept</source>
      <translation>接受</translation>
    </message>
    <message>
      <source>Accepted</source>
      <translation>已接受</translation>
    </message>
    <message>
      <source>Add a tag</source>
      <translation>添加标签</translation>
    </message>
    <message>
      <source>Agreed, not done yet</source>
      <translation>已谈妥，尚未兑现</translation>
    </message>
    <message>
      <source>Amount</source>
      <translation>金额</translation>
    </message>
    <message>
      <source>Amounts</source>
      <translation>金额</translation>
    </message>
    <message>
      <source>Answered in time</source>
      <translation>按时答复</translation>
    </message>
    <message>
      <source>Awaited</source>
      <translation>等待中</translation>
    </message>
    <message>
      <source>Broken</source>
      <translation>未兑现</translation>
    </message>
    <message>
      <source>By which date do they promise it now?</source>
      <translation>对方现在答应在哪一天前？</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Channel</source>
      <translation>渠道</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>已复制</translation>
    </message>
    <message>
      <source>Copy {text}</source>
      <translation>复制 {text}</translation>
    </message>
    <message>
      <source>Decline</source>
      <translation>拒绝</translation>
    </message>
    <message>
      <source>Declined</source>
      <translation>已拒绝</translation>
    </message>
    <message>
      <source>Demands and offers</source>
      <translation>诉求与方案</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>Done as agreed</source>
      <translation>已按约兑现</translation>
    </message>
    <message>
      <source>Edit</source>
      <translation>修改</translation>
    </message>
    <message>
      <source>Edit demands</source>
      <translation>修改诉求</translation>
    </message>
    <message>
      <source>Edit {step}</source>
      <translation>修改：{step}</translation>
    </message>
    <message>
      <source>Exhibit {n}</source>
      <translation>证据 {n}</translation>
    </message>
    <message>
      <source>Exhibits and the facts they show</source>
      <translation>证据及其证明的事实</translation>
    </message>
    <message>
      <source>Facts and proof</source>
      <translation>事实与证据</translation>
    </message>
    <message>
      <source>Find facts in my account</source>
      <translation>从我的叙述中查找</translation>
    </message>
    <message>
      <source>Found in your account. Tick what is a fact.</source>
      <translation>从您的叙述中找到，请勾选属于事实的。</translation>
    </message>
    <message>
      <source>In the trash: {n}</source>
      <translation>回收站：{n}</translation>
    </message>
    <message>
      <source>In which contact</source>
      <translation>在哪次联系中</translation>
    </message>
    <message>
      <source>Kept</source>
      <translation>已兑现</translation>
    </message>
    <message>
      <source>Late</source>
      <translation>逾期</translation>
    </message>
    <message>
      <source>Link proof…</source>
      <translation>关联证据…</translation>
    </message>
    <message>
      <source>Met</source>
      <translation>已满足</translation>
    </message>
    <message>
      <source>Move to the trash</source>
      <translation>移到回收站</translation>
    </message>
    <message>
      <source>New date</source>
      <translation>新的日期</translation>
    </message>
    <message>
      <source>New date agreed</source>
      <translation>已另约时间</translation>
    </message>
    <message>
      <source>New date…</source>
      <translation>另约时间…</translation>
    </message>
    <message>
      <source>No demands yet</source>
      <translation>还没有诉求</translation>
    </message>
    <message>
      <source>No promises yet</source>
      <translation>还没有承诺</translation>
    </message>
    <message>
      <source>No proof yet</source>
      <translation>还没有证据</translation>
    </message>
    <message>
      <source>Not answered</source>
      <translation>未答复</translation>
    </message>
    <message>
      <source>Not filled in yet: {fields}</source>
      <translation>尚未填写：{fields}</translation>
    </message>
    <message>
      <source>Not in a contact recorded here</source>
      <translation>不在已记录的联系中</translation>
    </message>
    <message>
      <source>Not met yet</source>
      <translation>尚未满足</translation>
    </message>
    <message>
      <source>Not used yet</source>
      <translation>尚未使用</translation>
    </message>
    <message>
      <source>Note an offer</source>
      <translation>记下一个方案</translation>
    </message>
    <message>
      <source>Nothing recorded yet</source>
      <translation>还没有记录</translation>
    </message>
    <message>
      <source>Offered against demands that are no longer there</source>
      <translation>针对已删除诉求的方案</translation>
    </message>
    <message>
      <source>Offered on</source>
      <translation>提出日期</translation>
    </message>
    <message>
      <source>On the table</source>
      <translation>对方已提出</translation>
    </message>
    <message>
      <source>One sentence: who did what, when</source>
      <translation>一句话：何时、谁、做了什么</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>未完成</translation>
    </message>
    <message>
      <source>Overview</source>
      <translation>概览</translation>
    </message>
    <message>
      <source>Partly met</source>
      <translation>部分满足</translation>
    </message>
    <message>
      <source>Parts of the facts</source>
      <translation>事实的各部分</translation>
    </message>
    <message>
      <source>People</source>
      <translation>相关联系人</translation>
    </message>
    <message>
      <source>Pick from the calendar</source>
      <translation>从日历选择</translation>
    </message>
    <message>
      <source>Promises</source>
      <translation>承诺</translation>
    </message>
    <message>
      <source>Record a contact</source>
      <translation>记录一次联系</translation>
    </message>
    <message>
      <source>Reference numbers</source>
      <translation>受理编号</translation>
    </message>
    <message>
      <source>Remove the tag {tag}</source>
      <translation>移除标签 {tag}</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>恢复</translation>
    </message>
    <message>
      <source>Round {n}</source>
      <translation>第 {n} 次</translation>
    </message>
    <message>
      <source>Said on</source>
      <translation>答应日期</translation>
    </message>
    <message>
      <source>Said on {date}</source>
      <translation>{date} 答应</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Say what should happen, how much and by when. Offers are then kept beside it.</source>
      <translation>写下希望怎样处理、金额和期限；对方提出的方案会记在旁边。</translation>
    </message>
    <message>
      <source>Show the contact</source>
      <translation>查看联系记录</translation>
    </message>
    <message>
      <source>Skipped</source>
      <translation>已跳过</translation>
    </message>
    <message>
      <source>State a fact</source>
      <translation>写一件事实</translation>
    </message>
    <message>
      <source>State each fact in one sentence and link what shows it: that is checked first.</source>
      <translation>每件事实用一句话写清，并关联能证明它的证据：对方首先核对的就是这些。</translation>
    </message>
    <message>
      <source>State the ticked ones</source>
      <translation>列为事实</translation>
    </message>
    <message>
      <source>Tags</source>
      <translation>标签</translation>
    </message>
    <message>
      <source>Take back</source>
      <translation>撤回</translation>
    </message>
    <message>
      <source>The fact</source>
      <translation>事实</translation>
    </message>
    <message>
      <source>They did it</source>
      <translation>对方已兑现</translation>
    </message>
    <message>
      <source>This is no amount. For example 1234.50.</source>
      <translation>这不是金额，例如 1234.50。</translation>
    </message>
    <message>
      <source>This is no date. For example 2026-11-22.</source>
      <translation>这不是日期，例如 2026-11-22。</translation>
    </message>
    <message>
      <source>This is too long for one fact; make several of it.</source>
      <translation>一件事实太长了，请分成几条。</translation>
    </message>
    <message>
      <source>Tick at least one, or cancel.</source>
      <translation>请至少勾选一条，或取消。</translation>
    </message>
    <message>
      <source>Title</source>
      <translation>标题</translation>
    </message>
    <message>
      <source>Title of the case</source>
      <translation>案件标题</translation>
    </message>
    <message>
      <source>Use for…</source>
      <translation>用于…</translation>
    </message>
    <message>
      <source>What shows this demand?</source>
      <translation>哪些证据支持这条诉求？</translation>
    </message>
    <message>
      <source>What shows this fact?</source>
      <translation>哪些证据能证明这件事？</translation>
    </message>
    <message>
      <source>What was offered</source>
      <translation>对方提出了什么</translation>
    </message>
    <message>
      <source>What was said</source>
      <translation>说了什么</translation>
    </message>
    <message>
      <source>What you ask for</source>
      <translation>诉求</translation>
    </message>
    <message>
      <source>When it happened</source>
      <translation>发生日期</translation>
    </message>
    <message>
      <source>Which facts does it show?</source>
      <translation>它能证明哪些事实？</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>对方</translation>
    </message>
    <message>
      <source>Write down in one sentence what happened.</source>
      <translation>请用一句话写下发生了什么。</translation>
    </message>
    <message>
      <source>Write down what was offered, or an amount.</source>
      <translation>请写下对方提出了什么，或填写金额。</translation>
    </message>
    <message>
      <source>Write down what you ask for</source>
      <translation>写下诉求</translation>
    </message>
    <message>
      <source>You ask for</source>
      <translation>您的要求</translation>
    </message>
    <message>
      <source>Your account holds nothing that is not stated here already.</source>
      <translation>叙述中的内容都已列在这里。</translation>
    </message>
    <message>
      <source>another date given on {date}</source>
      <translation>{date} 另给了日期</translation>
    </message>
    <message>
      <source>answered on {date}</source>
      <translation>{date} 已答复</translation>
    </message>
    <message>
      <source>by {date}</source>
      <translation>{date} 前</translation>
    </message>
    <message>
      <source>if not, then: {text}</source>
      <translation>做不到时：{text}</translation>
    </message>
    <message>
      <source>settled on {date}</source>
      <translation>{date} 有结果</translation>
    </message>
    <message>
      <source>shows {numbers}</source>
      <translation>证明 {numbers}</translation>
    </message>
  </context>
  <context>
    <name>Faults</name>
    <message numerus="yes">
      <source>%n thing(s) are not as they were stored</source>
      <translation>
        <numerusform>有 %n 处与存入时不一致</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) are not as they were stored. The rest works as usual.</source>
      <translation>
        <numerusform>有 %n 处与存入时不一致，其余照常使用。</numerusform>
      </translation>
    </message>
    <message>
      <source>All files, the journal and the database were read just now.</source>
      <translation>刚才已读过全部文件、日志和数据库。</translation>
    </message>
    <message>
      <source>Check again</source>
      <translation>重新检查</translation>
    </message>
    <message>
      <source>Check all files</source>
      <translation>检查全部文件</translation>
    </message>
    <message>
      <source>Checking…</source>
      <translation>正在检查…</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Copy the report</source>
      <translation>复制报告</translation>
    </message>
    <message>
      <source>Every file is read again, and the journal and the database with them.</source>
      <translation>正在重新读取每个文件，并核对日志和数据库。</translation>
    </message>
    <message>
      <source>Everything is as it was stored</source>
      <translation>一切与存入时一致</translation>
    </message>
    <message>
      <source>Found among some of the files. A full check looks at all of them.</source>
      <translation>这是抽查部分文件时发现的。“重新检查”会读全部文件。</translation>
    </message>
    <message>
      <source>How far the check is</source>
      <translation>检查进度</translation>
    </message>
    <message>
      <source>Put this away</source>
      <translation>先收起</translation>
    </message>
    <message>
      <source>Report copied</source>
      <translation>报告已复制</translation>
    </message>
    <message>
      <source>See what to do</source>
      <translation>查看怎么办</translation>
    </message>
    <message>
      <source>Show the exhibit</source>
      <translation>打开这份证据</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>The check changes nothing and deletes nothing. All else is as it was stored.</source>
      <translation>检查不会改动或删除任何内容。其余都与存入时一致。</translation>
    </message>
    <message>
      <source>The check was stopped</source>
      <translation>检查已停止</translation>
    </message>
    <message>
      <source>What was not read yet is unchecked. Nothing was changed.</source>
      <translation>尚未读到的部分没有检查。没有改动任何内容。</translation>
    </message>
    <message numerus="yes">
      <source>and %n more: all are in the report</source>
      <translation>
        <numerusform>另有 %n 处，见报告</numerusform>
      </translation>
    </message>
    <message>
      <source>{done} of {total} MB read</source>
      <translation>已读 {done} / {total} MB</translation>
    </message>
  </context>
  <context>
    <name>Filter</name>
    <message>
      <source>All cases</source>
      <translation>全部案件</translation>
    </message>
    <message>
      <source>Follow-up</source>
      <translation>待跟进</translation>
    </message>
    <message>
      <source>In progress</source>
      <translation>进行中</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>逾期</translation>
    </message>
    <message>
      <source>Resolved</source>
      <translation>已解决</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>今天</translation>
    </message>
    <message>
      <source>Trash</source>
      <translation>回收站</translation>
    </message>
  </context>
  <context>
    <name>FilterRail</name>
    <message>
      <source>Filters</source>
      <translation>筛选</translation>
    </message>
    <message>
      <source>New case</source>
      <translation>新建案件</translation>
    </message>
    <message>
      <source>Offline. Your data stays on this computer.</source>
      <translation>离线使用，数据只保存在这台电脑上。</translation>
    </message>
  </context>
  <context>
    <name>Help</name>
    <message>
      <source>Facts and corrections</source>
      <translation>事实与更正</translation>
    </message>
    <message>
      <source>Find in the help</source>
      <translation>在帮助中查找</translation>
    </message>
    <message>
      <source>Guide and help</source>
      <translation>指南与帮助</translation>
    </message>
    <message>
      <source>Offline. No page is fetched, and nothing you type leaves this computer.</source>
      <translation>离线可用：不读取任何网页，您输入的内容也不会离开这台电脑。</translation>
    </message>
    <message>
      <source>Page</source>
      <translation>页面</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>页面</translation>
    </message>
    <message>
      <source>To be verified</source>
      <translation>待核实</translation>
    </message>
    <message>
      <source>{source} · checked {date}</source>
      <translation>{source} · 核对于 {date}</translation>
    </message>
  </context>
  <context>
    <name>Importing</name>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Exhibits: {numbers}. Import the evidence pack (.zip) to have them too.</source>
      <translation>证据 {numbers}。要连文件一起导入，请选择证据包（.zip）。</translation>
    </message>
    <message>
      <source>Exported cases (*.json *.zip)</source>
      <translation>导出的案件 (*.json *.zip)</translation>
    </message>
    <message>
      <source>Import a case</source>
      <translation>导入案件</translation>
    </message>
    <message>
      <source>Imported as {number}</source>
      <translation>已导入，编号 {number}</translation>
    </message>
    <message>
      <source>Importing '{name}'…</source>
      <translation>正在导入“{name}”…</translation>
    </message>
    <message>
      <source>The files of some exhibits did not come along</source>
      <translation>部分证据的文件没有随之而来</translation>
    </message>
  </context>
  <context>
    <name>Journeys</name>
    <message numerus="yes">
      <source>%n file(s) are not in yet. Close anyway?</source>
      <translation>
        <numerusform>还有 %n 个文件没有添加完，仍要关闭吗？</numerusform>
      </translation>
    </message>
    <message>
      <source>Add</source>
      <translation>添加</translation>
    </message>
    <message numerus="yes">
      <source>Add %n file(s) to '{title}'?</source>
      <translation>
        <numerusform>把 %n 个文件添加到“{title}”吗？</numerusform>
      </translation>
    </message>
    <message>
      <source>Add evidence</source>
      <translation>添加证据</translation>
    </message>
    <message>
      <source>Clipboard</source>
      <translation>剪贴板</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Close without it</source>
      <translation>不保存并关闭</translation>
    </message>
    <message>
      <source>Delete '{title}' for good?</source>
      <translation>要彻底删除“{title}”吗？</translation>
    </message>
    <message>
      <source>Delete for good</source>
      <translation>彻底删除</translation>
    </message>
    <message numerus="yes">
      <source>It goes with its %n file(s) and with all you typed into it.</source>
      <translation>
        <numerusform>其中的 %n 个文件和您填写的内容都会一并删除。</numerusform>
      </translation>
    </message>
    <message>
      <source>It is still in the form. Close only if you have kept it elsewhere.</source>
      <translation>内容还在表格里。请确认已另行保留后再关闭。</translation>
    </message>
    <message>
      <source>It keeps your record and gives no legal advice. It makes no network connection, except to a time-stamp authority that you name and let it ask. MIT licence; fonts and icons by others are listed in resources/licenses.</source>
      <translation>本软件只保存您的记录，不提供法律意见。除非您允许它向您指定的时间戳机构申请时间戳，软件不联网。采用 MIT 许可证；其他人的字体和图标见 resources/licenses。</translation>
    </message>
    <message>
      <source>Its record and files are removed from this computer. This can't be undone.</source>
      <translation>它的记录和文件会从这台电脑上移除，且无法撤销。</translation>
    </message>
    <message>
      <source>Making the sample case…</source>
      <translation>正在准备示例案件…</translation>
    </message>
    <message>
      <source>Move to trash</source>
      <translation>移到回收站</translation>
    </message>
    <message>
      <source>Moved to trash</source>
      <translation>已移到回收站</translation>
    </message>
    <message>
      <source>Pasted picture</source>
      <translation>粘贴的图片</translation>
    </message>
    <message>
      <source>Remove it</source>
      <translation>移除</translation>
    </message>
    <message>
      <source>Remove the sample case?</source>
      <translation>移除示例案件？</translation>
    </message>
    <message>
      <source>Something you typed could not be saved. Close anyway?</source>
      <translation>有内容未能保存，仍要关闭吗？</translation>
    </message>
    <message>
      <source>The sample case is fictitious</source>
      <translation>示例案件内容均为虚构</translation>
    </message>
    <message>
      <source>The sample case is gone</source>
      <translation>示例案件已移除</translation>
    </message>
    <message>
      <source>This can't be undone, but the sample can be added anew.</source>
      <translation>此操作无法撤销，但可以重新添加示例案件。</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>What is in stays. The rest must be added again.</source>
      <translation>已添加的会保留，其余的需要重新添加。</translation>
    </message>
    <message>
      <source>What you typed is kept as a case</source>
      <translation>已填内容已存为案件</translation>
    </message>
    <message>
      <source>and {n} more</source>
      <translation>另有 {n} 项</translation>
    </message>
  </context>
  <context>
    <name>Keys</name>
    <message>
      <source>Keyboard shortcuts</source>
      <translation>键盘快捷键</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>Previous step</source>
      <translation>上一步</translation>
    </message>
    <message>
      <source>Save the contact being written</source>
      <translation>保存正在写的沟通记录</translation>
    </message>
  </context>
  <context>
    <name>Later</name>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Choose a day after today.</source>
      <translation>请选今天以后的日子。</translation>
    </message>
    <message>
      <source>Choose a day…</source>
      <translation>选一天…</translation>
    </message>
    <message>
      <source>In an hour</source>
      <translation>1 小时后</translation>
    </message>
    <message>
      <source>Next Monday</source>
      <translation>下周一</translation>
    </message>
    <message>
      <source>Only the reminder waits. The date itself stays: {date}.</source>
      <translation>只推迟提醒，日期本身不变：{date}。</translation>
    </message>
    <message>
      <source>Pick a date</source>
      <translation>选日期</translation>
    </message>
    <message>
      <source>Put off</source>
      <translation>推迟</translation>
    </message>
    <message>
      <source>Remind me later</source>
      <translation>稍后提醒</translation>
    </message>
    <message>
      <source>Remind me on</source>
      <translation>提醒日期</translation>
    </message>
    <message>
      <source>Tomorrow</source>
      <translation>明天</translation>
    </message>
  </context>
  <context>
    <name>Letters</name>
    <message>
      <source># before a line makes it a heading and is not printed</source>
      <translation>行首的 # 表示标题，不会印出来</translation>
    </message>
    <message numerus="yes">
      <source>%n page(s)</source>
      <translation>
        <numerusform>%n 页</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n place(s) to fill in before it can leave the app:</source>
      <translation>
        <numerusform>还有 %n 处要填写，填好才能发出、复制或导出：</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n word(s)</source>
      <translation>
        <numerusform>%n 个词</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n wording(s) to think twice about:</source>
      <translation>
        <numerusform>有 %n 处措辞请再想一想：</numerusform>
      </translation>
    </message>
    <message>
      <source>'{name}' is in the trash</source>
      <translation>“{name}”已移到回收站</translation>
    </message>
    <message numerus="yes">
      <source>Before it goes out, look at %n point(s):</source>
      <translation>
        <numerusform>寄出前请先看看这 %n 处：</numerusform>
      </translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Check before filing…</source>
      <translation>提交前检查…</translation>
    </message>
    <message>
      <source>Compose anew…</source>
      <translation>重新生成…</translation>
    </message>
    <message>
      <source>Composed anew from today's record it would say:</source>
      <translation>按现在的记录重新生成，会有这些不同：</translation>
    </message>
    <message>
      <source>Composed anew it says the same.</source>
      <translation>重新生成的内容与现在一样。</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>已复制</translation>
    </message>
    <message>
      <source>Copy text</source>
      <translation>复制文字</translation>
    </message>
    <message>
      <source>Day</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Draft of {date}</source>
      <translation>草稿，{date}</translation>
    </message>
    <message>
      <source>Each is composed from what you have recorded; read it, change it, then send it yourself.</source>
      <translation>每一份都用您已经记录的内容生成；请看一遍、改好，再由您自己发出。</translation>
    </message>
    <message>
      <source>Export the letter</source>
      <translation>导出文书</translation>
    </message>
    <message>
      <source>Fill in: {name}</source>
      <translation>去填写：{name}</translation>
    </message>
    <message>
      <source>It is no longer what was sent; then its SHA-256 was {hash}</source>
      <translation>与发出时的内容不一致；发出时的 SHA-256 是 {hash}</translation>
    </message>
    <message>
      <source>Keep mine</source>
      <translation>保留我写的</translation>
    </message>
    <message>
      <source>Kept as sent, and filed as a contact</source>
      <translation>已按发出的内容固定，并记入联系记录</translation>
    </message>
    <message>
      <source>Language</source>
      <translation>语言</translation>
    </message>
    <message>
      <source>Letters of the case</source>
      <translation>本案文书</translation>
    </message>
    <message>
      <source>Looks like a personal number: leave it out or mask it unless it is needed.</source>
      <translation>像是个人号码：不是必须的话，请删去或遮住几位。</translation>
    </message>
    <message>
      <source>Mark as sent</source>
      <translation>标记为已发出</translation>
    </message>
    <message>
      <source>Mark as sent…</source>
      <translation>标记为已发出…</translation>
    </message>
    <message>
      <source>More</source>
      <translation>更多</translation>
    </message>
    <message>
      <source>Move to the trash</source>
      <translation>移到回收站</translation>
    </message>
    <message>
      <source>New draft from this</source>
      <translation>以此新建草稿</translation>
    </message>
    <message>
      <source>No letter yet.</source>
      <translation>还没有文书。</translation>
    </message>
    <message>
      <source>PDF document (*.pdf)</source>
      <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
      <source>PDF…</source>
      <translation>PDF…</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>页面</translation>
    </message>
    <message>
      <source>Pages of the letter</source>
      <translation>文书的页面</translation>
    </message>
    <message>
      <source>Pick a date</source>
      <translation>选日期</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>打印…</translation>
    </message>
    <message>
      <source>Quote unverified rules too</source>
      <translation>也引用尚待核实的规定</translation>
    </message>
    <message>
      <source>Restore</source>
      <translation>恢复</translation>
    </message>
    <message>
      <source>See the check</source>
      <translation>看看检查结果</translation>
    </message>
    <message>
      <source>Sent on {date}</source>
      <translation>{date} 发出</translation>
    </message>
    <message>
      <source>Sent on {date} via {channel}</source>
      <translation>{date} 发出，方式：{channel}</translation>
    </message>
    <message>
      <source>Sent on {date}, altered since</source>
      <translation>{date} 发出，之后被改动</translation>
    </message>
    <message>
      <source>Sent via</source>
      <translation>发出方式</translation>
    </message>
    <message>
      <source>Take the new text</source>
      <translation>换成新的</translation>
    </message>
    <message>
      <source>Text</source>
      <translation>文字</translation>
    </message>
    <message>
      <source>Text of the letter</source>
      <translation>文书内容</translation>
    </message>
    <message>
      <source>The pages are being drawn…</source>
      <translation>正在生成页面…</translation>
    </message>
    <message>
      <source>To</source>
      <translation>致</translation>
    </message>
    <message>
      <source>To whom: {name}</source>
      <translation>收件方：{name}</translation>
    </message>
    <message>
      <source>Unchanged since: SHA-256 {hash}</source>
      <translation>发出后未改动，SHA-256：{hash}</translation>
    </message>
    <message>
      <source>What would change</source>
      <translation>会有哪些变化</translation>
    </message>
    <message>
      <source>What would you like to write?</source>
      <translation>您要写什么？</translation>
    </message>
    <message>
      <source>Word document (*.docx)</source>
      <translation>Word 文档 (*.docx)</translation>
    </message>
    <message>
      <source>Word…</source>
      <translation>Word…</translation>
    </message>
    <message>
      <source>Write</source>
      <translation>写这份</translation>
    </message>
    <message>
      <source>Write a letter</source>
      <translation>写文书</translation>
    </message>
    <message>
      <source>Write: {name}</source>
      <translation>写：{name}</translation>
    </message>
    <message>
      <source>You send it yourself. The app keeps these words unchanged and files the contact.</source>
      <translation>由您自己寄出或提交。本应用把这份内容原样固定下来，并记一条联系记录。</translation>
    </message>
    <message>
      <source>fits now</source>
      <translation>现在适用</translation>
    </message>
    <message>
      <source>in</source>
      <translation>新增</translation>
    </message>
    <message>
      <source>out</source>
      <translation>去掉</translation>
    </message>
    <message>
      <source>{n} characters</source>
      <translation>{n} 字</translation>
    </message>
    <message>
      <source>{n} of {limit} characters</source>
      <translation>{n} / {limit} 字</translation>
    </message>
    <message>
      <source>{when}. Not now: {reason}.</source>
      <translation>{when}。暂不适用：{reason}。</translation>
    </message>
    <message numerus="yes">
      <source>… and %n more</source>
      <translation>
        <numerusform>……还有 %n 处</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Links</name>
    <message>
      <source>Contacts</source>
      <translation>沟通记录</translation>
    </message>
    <message>
      <source>Facts you state</source>
      <translation>您陈述的事实</translation>
    </message>
    <message>
      <source>It is linked already</source>
      <translation>已经关联过了</translation>
    </message>
    <message>
      <source>Link this exhibit to contacts, facts or demands</source>
      <translation>把这份证据关联到沟通记录、事实或诉求</translation>
    </message>
    <message>
      <source>Linked {exhibits} to the {thing}</source>
      <translation>已把{exhibits}关联到这条{thing}</translation>
    </message>
    <message>
      <source>Link…</source>
      <translation>关联…</translation>
    </message>
    <message>
      <source>Not used yet. Say what it shows, so that a reader finds it from there.</source>
      <translation>还没有用到。请关联它所证明的内容，读者就能从那里找到它。</translation>
    </message>
    <message>
      <source>Nothing found</source>
      <translation>没有找到</translation>
    </message>
    <message>
      <source>Or drag its tile onto a contact, a fact or a demand: hold it over a tab to open it.</source>
      <translation>也可以把缩略图拖到沟通记录、事实或诉求上：拖着在标签上停一下，标签就会打开。</translation>
    </message>
    <message>
      <source>Record a contact, state a fact or write down a demand first</source>
      <translation>请先记录沟通、陈述事实或写下诉求</translation>
    </message>
    <message>
      <source>Search contacts, facts and demands</source>
      <translation>搜索沟通记录、事实和诉求</translation>
    </message>
    <message>
      <source>Show</source>
      <translation>查看</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Unlink</source>
      <translation>取消关联</translation>
    </message>
    <message>
      <source>Used for</source>
      <translation>用于</translation>
    </message>
    <message>
      <source>What does it show?</source>
      <translation>它证明什么？</translation>
    </message>
    <message>
      <source>What you ask for</source>
      <translation>您的诉求</translation>
    </message>
    <message>
      <source>contact</source>
      <translation>沟通记录</translation>
    </message>
    <message>
      <source>demand</source>
      <translation>诉求</translation>
    </message>
    <message>
      <source>exhibit {n}</source>
      <translation>证据{n}</translation>
    </message>
    <message>
      <source>exhibits {numbers}</source>
      <translation>证据{numbers}</translation>
    </message>
    <message>
      <source>fact</source>
      <translation>事实</translation>
    </message>
    <message>
      <source>{exhibits} no longer linked to the {thing}</source>
      <translation>{exhibits}不再关联这条{thing}</translation>
    </message>
  </context>
  <context>
    <name>List</name>
    <message>
      <source>, </source>
      <translation>、</translation>
    </message>
  </context>
  <context>
    <name>Marks</name>
    <message>
      <source>Arrow</source>
      <translation>箭头</translation>
    </message>
    <message>
      <source>Box</source>
      <translation>方框</translation>
    </message>
    <message>
      <source>Choose and move</source>
      <translation>选择和移动</translation>
    </message>
    <message>
      <source>Click a mark to choose it, draw it to move it. Enter changes its words.</source>
      <translation>点一下选中标注，拖动可移动，按回车改字。</translation>
    </message>
    <message>
      <source>Click where the next number stands.</source>
      <translation>点一下，放上下一个编号。</translation>
    </message>
    <message>
      <source>Click where the note stands, then type it.</source>
      <translation>点一下便签的位置，再写字。</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>完成</translation>
    </message>
    <message>
      <source>Draw a box around what matters.</source>
      <translation>拖出一个方框，框住要紧的地方。</translation>
    </message>
    <message>
      <source>Draw from where the arrow begins to what it points at.</source>
      <translation>从箭头的起点拖到它指的地方。</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>保留</translation>
    </message>
    <message>
      <source>Mark with arrows, boxes, numbers and notes</source>
      <translation>用箭头、方框、编号和便签做标注</translation>
    </message>
    <message>
      <source>Mark…</source>
      <translation>标注…</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>便签</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>编号</translation>
    </message>
    <message>
      <source>Show or hide the marks</source>
      <translation>显示或隐藏标注</translation>
    </message>
    <message>
      <source>Take the mark away (Del)</source>
      <translation>去掉这个标注（Del）</translation>
    </message>
    <message>
      <source>What the note says</source>
      <translation>便签上写什么</translation>
    </message>
    <message>
      <source>Words of the mark</source>
      <translation>标注上的字</translation>
    </message>
  </context>
  <context>
    <name>Masks</name>
    <message>
      <source>(redacted copy)</source>
      <translation>（打码件）</translation>
    </message>
    <message>
      <source>As usual for this reader</source>
      <translation>按此读者的默认方式</translation>
    </message>
    <message>
      <source>Back to what is usual</source>
      <translation>恢复默认</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Exhibit {number}</source>
      <translation>证据 {number}</translation>
    </message>
    <message>
      <source>Exhibits</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>Exhibits and how they are shown</source>
      <translation>证据及其提供方式</translation>
    </message>
    <message>
      <source>Its redacted copy only</source>
      <translation>只给打码件</translation>
    </message>
    <message>
      <source>Keep</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>Kept for this case and this reader: what you hide once stays hidden the next time.</source>
      <translation>按本案和此读者保存：遮住一次，以后导出也会遮住。</translation>
    </message>
    <message>
      <source>Mask these words too, one a line</source>
      <translation>还要遮盖这些词，一行一个</translation>
    </message>
    <message>
      <source>Masks and exhibits</source>
      <translation>遮盖与证据</translation>
    </message>
    <message>
      <source>Not shown, listed only</source>
      <translation>不提供，只列名</translation>
    </message>
    <message>
      <source>The exhibits selected above:</source>
      <translation>上面选中的证据：</translation>
    </message>
    <message>
      <source>The original</source>
      <translation>给原件</translation>
    </message>
    <message>
      <source>Ticked: masked wherever it stands</source>
      <translation>打勾的内容，凡出现之处都会遮盖</translation>
    </message>
    <message>
      <source>What this reader sees: {reader}</source>
      <translation>此读者能看到什么：{reader}</translation>
    </message>
    <message>
      <source>What to choose</source>
      <translation>选择内容</translation>
    </message>
    <message>
      <source>Who was spoken to</source>
      <translation>沟通对象</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>词语</translation>
    </message>
    <message>
      <source>not shown, has no redacted copy</source>
      <translation>不展示，没有打码件</translation>
    </message>
    <message>
      <source>not shown, listed only</source>
      <translation>不展示，只列入目录</translation>
    </message>
    <message>
      <source>replaced by Exhibit {number}</source>
      <translation>改用证据{number}</translation>
    </message>
    <message>
      <source>shown</source>
      <translation>展示</translation>
    </message>
    <message>
      <source>{label}: {text}</source>
      <translation>{label}：{text}</translation>
    </message>
  </context>
  <context>
    <name>Menus</name>
    <message>
      <source>&amp;Case</source>
      <translation>案件(&amp;C)</translation>
    </message>
    <message>
      <source>&amp;Edit</source>
      <translation>编辑(&amp;E)</translation>
    </message>
    <message>
      <source>&amp;Help</source>
      <translation>帮助(&amp;H)</translation>
    </message>
    <message>
      <source>&amp;Tools</source>
      <translation>工具(&amp;T)</translation>
    </message>
    <message>
      <source>&amp;View</source>
      <translation>视图(&amp;V)</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <source>Dark</source>
      <translation>深色</translation>
    </message>
    <message>
      <source>Language / 语言</source>
      <translation>语言 / Language</translation>
    </message>
    <message>
      <source>Light</source>
      <translation>浅色</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>文字大小</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>主题</translation>
    </message>
  </context>
  <context>
    <name>Next</name>
    <message>
      <source>Its playbook is missing</source>
      <translation>缺少它的流程文件</translation>
    </message>
    <message>
      <source>Nothing left to do</source>
      <translation>没有待办</translation>
    </message>
    <message>
      <source>Wait until {date}</source>
      <translation>等到 {date}</translation>
    </message>
    <message>
      <source>{step}, by {date}</source>
      <translation>{step}，最迟 {date}</translation>
    </message>
  </context>
  <context>
    <name>NextCard</name>
    <message>
      <source>A term of your own ends on {date}. Do this by then.</source>
      <translation>您自己的期限在 {date} 届满，请在此之前办理。</translation>
    </message>
    <message>
      <source>Add the playbook of this case again</source>
      <translation>请重新添加这个案件的流程文件</translation>
    </message>
    <message>
      <source>All steps are settled. You can print the record.</source>
      <translation>各步骤均已了结，可以打印记录。</translation>
    </message>
    <message>
      <source>An answer is expected by then. If they contact you, record it.</source>
      <translation>对方应在此前答复。如有来电或短信，请记下来。</translation>
    </message>
    <message>
      <source>Do it now</source>
      <translation>现在处理</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>已了结</translation>
    </message>
    <message>
      <source>Due, not late yet: you may ask now</source>
      <translation>已到期、尚不算逾期：现在就可以问</translation>
    </message>
    <message>
      <source>Look at the step</source>
      <translation>查看这一步</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>Nothing left to do</source>
      <translation>没有待办</translation>
    </message>
    <message>
      <source>Nothing to do until {date}</source>
      <translation>{date} 之前无需处理</translation>
    </message>
    <message>
      <source>Open the dossier</source>
      <translation>打开卷宗</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>逾期</translation>
    </message>
    <message>
      <source>Playbooks…</source>
      <translation>流程…</translation>
    </message>
    <message>
      <source>The answer was due by {due}, but is late only after {late}. You may ask now.</source>
      <translation>答复应在 {due} 前作出，{late} 之后才算逾期；现在也可以问。</translation>
    </message>
    <message>
      <source>The answer was expected by {date} and none is recorded.</source>
      <translation>应在 {date} 前答复，目前没有答复记录。</translation>
    </message>
    <message>
      <source>The case is closed. You can print the record.</source>
      <translation>案件已结，可以打印记录了。</translation>
    </message>
    <message>
      <source>Until then the case can be read, but not changed.</source>
      <translation>在此之前，案件可以查看，但不能修改。</translation>
    </message>
    <message>
      <source>Waiting</source>
      <translation>等待答复</translation>
    </message>
    <message>
      <source>What was agreed is to be done by then. Note the day when it was.</source>
      <translation>约定的事应在此前办到。办到后，请记下日期。</translation>
    </message>
    <message>
      <source>What was agreed was due on {date}; nothing says that it was done.</source>
      <translation>约定的事应在 {date} 前办到，记录里还没有办到的日期。</translation>
    </message>
    <message>
      <source>You wanted to ask again then. If they contact you, record it.</source>
      <translation>您打算那天再问。在那之前对方联系您，请记下来。</translation>
    </message>
    <message>
      <source>Your own term</source>
      <translation>您的期限</translation>
    </message>
  </context>
  <context>
    <name>Notices</name>
    <message numerus="yes">
      <source>%n reminder(s)</source>
      <translation>
        <numerusform>%n 条提醒</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) came due since {date}</source>
      <translation>
        <numerusform>{date} 以来有 %n 件事到期</numerusform>
      </translation>
    </message>
    <message>
      <source>Due {date}: {what}</source>
      <translation>{date} 到期：{what}</translation>
    </message>
    <message>
      <source>Look at Today</source>
      <translation>看看今天</translation>
    </message>
    <message>
      <source>Overdue since {date}: {what}</source>
      <translation>{date} 已逾期：{what}</translation>
    </message>
    <message>
      <source>Put this away</source>
      <translation>收起</translation>
    </message>
  </context>
  <context>
    <name>Palette</name>
    <message>
      <source>Commands</source>
      <translation>命令</translation>
    </message>
    <message>
      <source>Find a command</source>
      <translation>查找命令</translation>
    </message>
    <message>
      <source>No command is called like that</source>
      <translation>没有这样的命令</translation>
    </message>
    <message>
      <source>Type a few letters of a command</source>
      <translation>输入命令名称或拼音首字母</translation>
    </message>
    <message>
      <source>not now</source>
      <translation>现在不可用</translation>
    </message>
    <message>
      <source>nothing there</source>
      <translation>没有可操作的内容</translation>
    </message>
    <message>
      <source>open a case first</source>
      <translation>请先打开案件</translation>
    </message>
  </context>
  <context>
    <name>Playbooks</name>
    <message numerus="yes">
      <source>%n case(s)</source>
      <translation>
        <numerusform>%n 个案件</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n case(s) that began with it go on.</source>
      <translation>
        <numerusform>已按它进行的 %n 个案件可继续。</numerusform>
      </translation>
    </message>
    <message>
      <source>A playbook is a complaint flow as a text file. Files you add are checked whole before they are kept; they stay on this computer.</source>
      <translation>流程是写在文本文件里的投诉步骤。您添加的文件会先整份检查再保存，只留在这台电脑上。</translation>
    </message>
    <message>
      <source>Add a file…</source>
      <translation>添加文件…</translation>
    </message>
    <message>
      <source>Add a playbook file</source>
      <translation>添加流程文件</translation>
    </message>
    <message>
      <source>Added: {name}</source>
      <translation>已添加：{name}</translation>
    </message>
    <message>
      <source>Built in</source>
      <translation>自带</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>No new case can be made with it.</source>
      <translation>不能再用它新建案件。</translation>
    </message>
    <message>
      <source>Playbooks</source>
      <translation>流程</translation>
    </message>
    <message>
      <source>Take out</source>
      <translation>移除</translation>
    </message>
    <message>
      <source>Take out '{name}'?</source>
      <translation>移除“{name}”？</translation>
    </message>
    <message>
      <source>Take out…</source>
      <translation>移除…</translation>
    </message>
    <message>
      <source>Yours</source>
      <translation>您添加的</translation>
    </message>
    <message numerus="yes">
      <source>{key} · version {version} · %n step(s)</source>
      <translation>
        <numerusform>{key} · 第 {version} 版 · %n 步</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>QAbstractFileIconProvider</name>
    <message>
      <source>Folder</source>
      <translation>文件夹</translation>
    </message>
  </context>
  <context>
    <name>QFileDialog</name>
    <message>
      <source>&amp;Look in:</source>
      <translation>查找范围(&amp;L)：</translation>
    </message>
    <message>
      <source>Files of &amp;type:</source>
      <translation>文件类型(&amp;T)：</translation>
    </message>
  </context>
  <context>
    <name>Redact</name>
    <message>
      <source> and {n} more</source>
      <translation>等 {n} 项</translation>
    </message>
    <message numerus="yes">
      <source>%n box(es)</source>
      <translation>
        <numerusform>%n 个框</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n page(s)</source>
      <translation>
        <numerusform>%n 页</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>'{what}' also stands in %n place(s) without a box.</source>
      <translation>
        <numerusform>“{what}”等内容还有 %n 处没有遮盖。</numerusform>
      </translation>
    </message>
    <message>
      <source>A machine read the covered pages once more: at your boxes it could make out nothing.</source>
      <translation>又用机器识别了一遍打码后的页面：遮盖框处读不出任何内容。</translation>
    </message>
    <message>
      <source>Account numbers</source>
      <translation>账号</translation>
    </message>
    <message>
      <source>Add a box</source>
      <translation>添加框</translation>
    </message>
    <message>
      <source>Addresses</source>
      <translation>地址和邮箱</translation>
    </message>
    <message>
      <source>All {n} boxes that there is room for are drawn; more is not covered.</source>
      <translation>最多只能画 {n} 个方框，已全部画满；其余内容没有遮住。</translation>
    </message>
    <message>
      <source>Bank cards</source>
      <translation>银行卡号</translation>
    </message>
    <message>
      <source>Burning the boxes into a new file and searching it…</source>
      <translation>正在生成打码件并检查……</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Cover something else</source>
      <translation>继续遮盖别处</translation>
    </message>
    <message>
      <source>Cover them too</source>
      <translation>一并遮盖</translation>
    </message>
    <message>
      <source>Cut from</source>
      <translation>截自</translation>
    </message>
    <message>
      <source>Discard the boxes</source>
      <translation>放弃这些框</translation>
    </message>
    <message>
      <source>Drag to cover. Arrows move a box, Shift+arrows resize it, Ctrl+arrows choose one, Ins adds, Del removes.</source>
      <translation>拖动鼠标即可遮盖。方向键移动框，Shift+方向键改大小，Ctrl+方向键换一个框，Ins 添加，Del 删除。</translation>
    </message>
    <message>
      <source>ID numbers</source>
      <translation>证件号码</translation>
    </message>
    <message>
      <source>Leave them readable</source>
      <translation>不遮盖这些</translation>
    </message>
    <message>
      <source>Leave without a redacted copy?</source>
      <translation>不生成打码件就离开吗？</translation>
    </message>
    <message>
      <source>Look at the copy</source>
      <translation>查看打码件</translation>
    </message>
    <message>
      <source>Make the redacted copy</source>
      <translation>生成打码件</translation>
    </message>
    <message>
      <source>Make this copy, then redact the copy once more.</source>
      <translation>请先生成这一份打码件，再对它继续打码。</translation>
    </message>
    <message>
      <source>Names</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>No machine could read the covered pages once more: please look at the copy once yourself.</source>
      <translation>没能用机器再识别一遍打码后的页面，请您亲自看一遍打码件。</translation>
    </message>
    <message>
      <source>Nothing covered yet</source>
      <translation>还没有遮盖任何内容</translation>
    </message>
    <message>
      <source>Nothing is covered until you tick it. Look at each one on the page.</source>
      <translation>勾选后才会遮盖。请逐项对照页面核对。</translation>
    </message>
    <message>
      <source>Nothing was found that looks like a number or a name to be covered.</source>
      <translation>没有发现像证件号、卡号、电话或姓名的内容。</translation>
    </message>
    <message>
      <source>Open {exhibit}</source>
      <translation>打开{exhibit}</translation>
    </message>
    <message>
      <source>Outside your boxes the same words can still be read on page {pages}.</source>
      <translation>在框以外，第 {pages} 页仍能读到同样的内容。</translation>
    </message>
    <message>
      <source>Page to be covered</source>
      <translation>要遮盖的页面</translation>
    </message>
    <message>
      <source>Page {n}</source>
      <translation>第 {n} 页</translation>
    </message>
    <message>
      <source>Pages</source>
      <translation>页面</translation>
    </message>
    <message>
      <source>Phone numbers</source>
      <translation>电话号码</translation>
    </message>
    <message>
      <source>Progress</source>
      <translation>进度</translation>
    </message>
    <message>
      <source>Reading the covered pages again…</source>
      <translation>正在重新识别打码后的页面……</translation>
    </message>
    <message>
      <source>Redact</source>
      <translation>打码</translation>
    </message>
    <message>
      <source>Redacted copies</source>
      <translation>打码件</translation>
    </message>
    <message>
      <source>Redacted copy of</source>
      <translation>打码自</translation>
    </message>
    <message>
      <source>Redact…</source>
      <translation>打码…</translation>
    </message>
    <message>
      <source>Redo (Ctrl+Shift+Z)</source>
      <translation>重做 (Ctrl+Shift+Z)</translation>
    </message>
    <message>
      <source>Remove the box (Del)</source>
      <translation>删除这个框 (Del)</translation>
    </message>
    <message>
      <source>Show as it will be</source>
      <translation>按成品显示</translation>
    </message>
    <message>
      <source>Stop</source>
      <translation>停止</translation>
    </message>
    <message>
      <source>Suggested</source>
      <translation>建议遮盖</translation>
    </message>
    <message>
      <source>Taken out of</source>
      <translation>取自</translation>
    </message>
    <message>
      <source>The boxes you drew are not kept. The original is untouched.</source>
      <translation>您画的框不会保留；原件没有改动。</translation>
    </message>
    <message>
      <source>The copy was opened again and searched: nothing of {what} was found in {places}.</source>
      <translation>打码件已重新打开检查：在{places}里，都没有找到 {what}。</translation>
    </message>
    <message>
      <source>The copy was opened again and searched: the boxes are solid in {places}.</source>
      <translation>打码件已重新打开检查：{places}。</translation>
    </message>
    <message>
      <source>The original, {exhibit}, is untouched, and the two are linked.</source>
      <translation>原件{exhibit}没有改动，两者已相互关联。</translation>
    </message>
    <message>
      <source>The redacted copy is {exhibit}</source>
      <translation>打码件是{exhibit}</translation>
    </message>
    <message numerus="yes">
      <source>The same words also stand in %n place(s) without a box.</source>
      <translation>
        <numerusform>同样的内容还有 %n 处没有遮盖。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>The words of %n page(s) have not been read, so nothing is suggested there.</source>
      <translation>
        <numerusform>有 %n 页的文字还没有识别，这些页没有建议。</numerusform>
      </translation>
    </message>
    <message>
      <source>The words under the boxes are not known to the app: please look at the copy once yourself.</source>
      <translation>软件不知道框下面是什么文字，请您亲自看一遍打码件。</translation>
    </message>
    <message>
      <source>Tick all</source>
      <translation>全部勾选</translation>
    </message>
    <message>
      <source>Undo (Ctrl+Z)</source>
      <translation>撤销 (Ctrl+Z)</translation>
    </message>
    <message>
      <source>Untick all</source>
      <translation>全部取消</translation>
    </message>
    <message>
      <source>What you cover is gone from the copy for good: nobody can bring it back. The original stays as it is.</source>
      <translation>盖住的内容会从打码件里彻底去掉，谁也恢复不了；原件原样保留在保险库里。</translation>
    </message>
    <message>
      <source>Whoever gets the copy can read them there. Cancel to look at them and cover them.</source>
      <translation>拿到打码件的人在那里仍能读到。点“取消”回去看看，并把它们也盖上。</translation>
    </message>
    <message>
      <source>Zoom in (+)</source>
      <translation>放大 (+)</translation>
    </message>
    <message>
      <source>Zoom out (-)</source>
      <translation>缩小 (-)</translation>
    </message>
    <message>
      <source>every pixel, and nothing else came along</source>
      <translation>遮盖框内每个像素都是实心黑色，也没有夹带其他内容</translation>
    </message>
    <message>
      <source>exhibit-{n}-redacted</source>
      <translation>证据{n}-打码件</translation>
    </message>
    <message>
      <source>its pixels, its words, what it says of itself, files and pictures inside it</source>
      <translation>像素、文字层、文件信息、内嵌文件和缩略图</translation>
    </message>
    <message>
      <source>page {n}</source>
      <translation>第 {n} 页</translation>
    </message>
    <message>
      <source>{exhibit} added: the redacted copy</source>
      <translation>已添加{exhibit}：打码件</translation>
    </message>
    <message>
      <source>{title} (redacted)</source>
      <translation>{title}（打码件）</translation>
    </message>
  </context>
  <context>
    <name>Renumber</name>
    <message numerus="yes">
      <source>%n in the trash come(s) after the last one.</source>
      <translation>
        <numerusform>回收站里的 %n 份排在最后。</numerusform>
      </translation>
    </message>
    <message>
      <source>(was {n})</source>
      <translation>（原{n}）</translation>
    </message>
    <message>
      <source>By date</source>
      <translation>按日期</translation>
    </message>
    <message>
      <source>By group, then date</source>
      <translation>先分组，再按日期</translation>
    </message>
    <message>
      <source>By hand</source>
      <translation>手动</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Case as data</source>
      <translation>案件数据</translation>
    </message>
    <message>
      <source>Close the gaps</source>
      <translation>补齐空号</translation>
    </message>
    <message>
      <source>Dossier</source>
      <translation>卷宗</translation>
    </message>
    <message>
      <source>Evidence pack</source>
      <translation>证据包</translation>
    </message>
    <message>
      <source>Exhibits with their new and old numbers</source>
      <translation>证据的新旧编号</translation>
    </message>
    <message>
      <source>In this order every exhibit keeps its number.</source>
      <translation>按这个顺序，所有编号都不变。</translation>
    </message>
    <message>
      <source>In which order</source>
      <translation>按什么顺序</translation>
    </message>
    <message>
      <source>Letter</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Letters not sent yet name exhibits too; please check their numbers: {titles}</source>
      <translation>尚未发出的文书里也写了证据编号，请核对：{titles}</translation>
    </message>
    <message>
      <source>Move down (Alt+Down)</source>
      <translation>下移（Alt+↓）</translation>
    </message>
    <message>
      <source>Move up (Alt+Up)</source>
      <translation>上移（Alt+↑）</translation>
    </message>
    <message>
      <source>New exhibits go on from the next number never used.</source>
      <translation>以后新加的证据会接着从没用过的号往下编。</translation>
    </message>
    <message>
      <source>Numbers stay until you change them here. It is one change; undo takes it back.</source>
      <translation>编号平时不会变，只有在这里才会改。这是一次改动，可以一步撤销。</translation>
    </message>
    <message>
      <source>Papers with the present numbers have left the app. They keep those numbers:</source>
      <translation>下面这些材料已经带着现在的编号交出去了，它们上面的编号不会变：</translation>
    </message>
    <message>
      <source>Renumber</source>
      <translation>重新编号</translation>
    </message>
    <message>
      <source>Renumber all the same</source>
      <translation>仍然重新编号</translation>
    </message>
    <message>
      <source>Renumber exhibits</source>
      <translation>重新编排证据编号</translation>
    </message>
    <message>
      <source>Sheet for the branch</source>
      <translation>网点办事单</translation>
    </message>
    <message>
      <source>The exhibits have other numbers now</source>
      <translation>证据已重新编号</translation>
    </message>
    <message numerus="yes">
      <source>and %n more</source>
      <translation>
        <numerusform>还有 %n 份</numerusform>
      </translation>
    </message>
  </context>
  <context>
    <name>Rules</name>
    <message numerus="yes">
      <source>%n calendar day(s)</source>
      <translation>
        <numerusform>%n 个自然日</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n fact(s)</source>
      <translation>
        <numerusform>%n 条</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n open case(s)</source>
      <translation>
        <numerusform>%n 个未结案件</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n working day(s)</source>
      <translation>
        <numerusform>%n 个工作日</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n year(s)</source>
      <translation>
        <numerusform>%n 年</numerusform>
      </translation>
    </message>
    <message>
      <source>A whole number, counted in {unit}</source>
      <translation>填整数，单位：{unit}</translation>
    </message>
    <message>
      <source>A whole number; 0 if it is not known</source>
      <translation>填整数；不清楚填 0</translation>
    </message>
    <message>
      <source>Added</source>
      <translation>新增</translation>
    </message>
    <message>
      <source>Address</source>
      <translation>地址</translation>
    </message>
    <message>
      <source>Arbitration</source>
      <translation>仲裁</translation>
    </message>
    <message>
      <source>Article</source>
      <translation>条文</translation>
    </message>
    <message>
      <source>As of</source>
      <translation>截至</translation>
    </message>
    <message>
      <source>As printed on the card or the institution's own site</source>
      <translation>以银行卡背面或机构官网为准</translation>
    </message>
    <message>
      <source>Ask for</source>
      <translation>请对方提供</translation>
    </message>
    <message>
      <source>Asked for</source>
      <translation>适用情形</translation>
    </message>
    <message>
      <source>Asked for by</source>
      <translation>要求方</translation>
    </message>
    <message>
      <source>Authority</source>
      <translation>主管机关</translation>
    </message>
    <message>
      <source>Balance</source>
      <translation>余额上限</translation>
    </message>
    <message>
      <source>Bank or institution</source>
      <translation>银行或机构</translation>
    </message>
    <message>
      <source>Before anything changes</source>
      <translation>改动之前</translation>
    </message>
    <message>
      <source>Better</source>
      <translation>建议写法</translation>
    </message>
    <message>
      <source>Branch</source>
      <translation>网点</translation>
    </message>
    <message>
      <source>By its end</source>
      <translation>届满前应完成</translation>
    </message>
    <message>
      <source>Came with the app</source>
      <translation>随软件附带</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Central bank</source>
      <translation>人民银行</translation>
    </message>
    <message>
      <source>Changed</source>
      <translation>有变化</translation>
    </message>
    <message>
      <source>Changed by you</source>
      <translation>您的修改</translation>
    </message>
    <message>
      <source>Changed by you on {date}</source>
      <translation>您于 {date} 修改</translation>
    </message>
    <message>
      <source>Change…</source>
      <translation>修改…</translation>
    </message>
    <message>
      <source>Channel</source>
      <translation>渠道</translation>
    </message>
    <message>
      <source>Channels</source>
      <translation>渠道</translation>
    </message>
    <message>
      <source>Characters its form takes</source>
      <translation>表单字数上限</translation>
    </message>
    <message>
      <source>Conflict</source>
      <translation>冲突</translation>
    </message>
    <message>
      <source>Consumer association</source>
      <translation>消费者协会</translation>
    </message>
    <message>
      <source>Counted in</source>
      <translation>单位</translation>
    </message>
    <message>
      <source>Court</source>
      <translation>法院</translation>
    </message>
    <message>
      <source>Doors in order</source>
      <translation>渠道顺序</translation>
    </message>
    <message>
      <source>Ended cases keep the rules they were ended with.</source>
      <translation>已结案件仍按结案时的规则。</translation>
    </message>
    <message>
      <source>Fact by fact</source>
      <translation>逐条变化</translation>
    </message>
    <message>
      <source>Facts</source>
      <translation>条目</translation>
    </message>
    <message>
      <source>Financial regulator</source>
      <translation>金融监管部门</translation>
    </message>
    <message>
      <source>Go back</source>
      <translation>恢复原样</translation>
    </message>
    <message>
      <source>Go back to these rules…</source>
      <translation>恢复到这一版…</translation>
    </message>
    <message>
      <source>Gone back</source>
      <translation>已恢复旧版</translation>
    </message>
    <message>
      <source>Ground of refusal</source>
      <translation>不予受理情形</translation>
    </message>
    <message>
      <source>Have ready</source>
      <translation>请准备好</translation>
    </message>
    <message>
      <source>History</source>
      <translation>历史</translation>
    </message>
    <message>
      <source>Hotline</source>
      <translation>热线</translation>
    </message>
    <message>
      <source>Hours</source>
      <translation>服务时间</translation>
    </message>
    <message>
      <source>Identity check</source>
      <translation>身份核验</translation>
    </message>
    <message>
      <source>Import newer rules</source>
      <translation>导入新规则</translation>
    </message>
    <message>
      <source>Import newer…</source>
      <translation>导入新规则…</translation>
    </message>
    <message>
      <source>Imported</source>
      <translation>已导入</translation>
    </message>
    <message>
      <source>In force</source>
      <translation>现用</translation>
    </message>
    <message>
      <source>In its own words</source>
      <translation>原文</translation>
    </message>
    <message>
      <source>In your cases</source>
      <translation>对您案件的影响</translation>
    </message>
    <message>
      <source>Interest and insurance</source>
      <translation>计息与存款保险</translation>
    </message>
    <message>
      <source>It will be refused</source>
      <translation>会不予受理</translation>
    </message>
    <message>
      <source>Last checked on {date}</source>
      <translation>最近核对：{date}</translation>
    </message>
    <message>
      <source>Last day on a holiday</source>
      <translation>最后一天遇节假日</translation>
    </message>
    <message>
      <source>Leave it</source>
      <translation>不采用</translation>
    </message>
    <message>
      <source>Length</source>
      <translation>期限</translation>
    </message>
    <message>
      <source>Letter '{title}'</source>
      <translation>文书“{title}”</translation>
    </message>
    <message>
      <source>Market regulator</source>
      <translation>市场监管部门</translation>
    </message>
    <message>
      <source>Mediation</source>
      <translation>调解</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>名称</translation>
    </message>
    <message>
      <source>No deadline, unsent letter or channel of an open case changes.</source>
      <translation>未结案件的期限、未发出的文书和渠道都没有变化。</translation>
    </message>
    <message>
      <source>No refusal, but better known before</source>
      <translation>不会被拒绝，但最好事先知道</translation>
    </message>
    <message>
      <source>Nobody has seen this in the rule itself yet. Check it on the official page before you rely on it.</source>
      <translation>这一条尚未与规则原文核对，使用前请先到官方网站查证。</translation>
    </message>
    <message>
      <source>Note</source>
      <translation>说明</translation>
    </message>
    <message>
      <source>Notes on the guide</source>
      <translation>指南补正</translation>
    </message>
    <message>
      <source>Nothing of that here. Another section may have it.</source>
      <translation>这里没有找到，可以看看其他栏目。</translation>
    </message>
    <message>
      <source>Nothing: these are the rules in force.</source>
      <translation>没有变化：这就是现用的规则。</translation>
    </message>
    <message>
      <source>Number</source>
      <translation>号码</translation>
    </message>
    <message>
      <source>Online</source>
      <translation>线上</translation>
    </message>
    <message>
      <source>Only for</source>
      <translation>仅适用于</translation>
    </message>
    <message>
      <source>Others</source>
      <translation>其他</translation>
    </message>
    <message>
      <source>Pack</source>
      <translation>规则包</translation>
    </message>
    <message>
      <source>Payment institution</source>
      <translation>支付机构</translation>
    </message>
    <message>
      <source>Per day</source>
      <translation>单日上限</translation>
    </message>
    <message>
      <source>Per payment</source>
      <translation>单笔上限</translation>
    </message>
    <message>
      <source>Per year</source>
      <translation>年累计上限</translation>
    </message>
    <message>
      <source>Petition</source>
      <translation>信访</translation>
    </message>
    <message>
      <source>Police</source>
      <translation>公安</translation>
    </message>
    <message>
      <source>Product</source>
      <translation>产品</translation>
    </message>
    <message>
      <source>Prolongs</source>
      <translation>延长自</translation>
    </message>
    <message>
      <source>Public post</source>
      <translation>公开发布</translation>
    </message>
    <message>
      <source>Published on</source>
      <translation>发布日期</translation>
    </message>
    <message>
      <source>Refusals and conflicts</source>
      <translation>不予受理与冲突</translation>
    </message>
    <message>
      <source>Refused by</source>
      <translation>不予受理方</translation>
    </message>
    <message>
      <source>Removed</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>Replaced by</source>
      <translation>替换为</translation>
    </message>
    <message>
      <source>Replaces your change</source>
      <translation>会替换您的修改</translation>
    </message>
    <message>
      <source>Route</source>
      <translation>路线</translation>
    </message>
    <message>
      <source>Rule</source>
      <translation>依据</translation>
    </message>
    <message>
      <source>Rules and channels</source>
      <translation>规则与渠道</translation>
    </message>
    <message>
      <source>Rules {version}, published on {date}</source>
      <translation>规则 {version}，{date} 发布</translation>
    </message>
    <message>
      <source>Search the rules</source>
      <translation>搜索规则</translation>
    </message>
    <message>
      <source>Sections</source>
      <translation>栏目</translation>
    </message>
    <message>
      <source>See what changes</source>
      <translation>查看变化</translation>
    </message>
    <message>
      <source>Since</source>
      <translation>起用时间</translation>
    </message>
    <message>
      <source>Source</source>
      <translation>来源</translation>
    </message>
    <message>
      <source>Starts when</source>
      <translation>起算</translation>
    </message>
    <message>
      <source>Superior branch</source>
      <translation>上级机构</translation>
    </message>
    <message>
      <source>The app brings newer rules ({version}). Nothing changes before you say so.</source>
      <translation>软件附带了更新的规则（{version}）。您确认之前不会改动任何内容。</translation>
    </message>
    <message>
      <source>The new rules are in force</source>
      <translation>新规则已启用</translation>
    </message>
    <message>
      <source>The rules in force say nothing on this.</source>
      <translation>现用规则没有这方面的内容。</translation>
    </message>
    <message>
      <source>The rules say: {value}</source>
      <translation>规则原文：{value}</translation>
    </message>
    <message>
      <source>These rules are older than the ones in force.</source>
      <translation>这份规则比现用的旧。</translation>
    </message>
    <message>
      <source>These rules lack what steps of the playbooks count by: {names}.</source>
      <translation>这份规则缺少流程步骤要用的期限：{names}。</translation>
    </message>
    <message>
      <source>Time limit</source>
      <translation>期限</translation>
    </message>
    <message>
      <source>Time limits</source>
      <translation>期限</translation>
    </message>
    <message>
      <source>To be verified</source>
      <translation>待核实</translation>
    </message>
    <message>
      <source>Use it</source>
      <translation>采用</translation>
    </message>
    <message>
      <source>Wallet class</source>
      <translation>钱包类别</translation>
    </message>
    <message>
      <source>Wallet classes</source>
      <translation>钱包类别</translation>
    </message>
    <message>
      <source>What follows</source>
      <translation>后果</translation>
    </message>
    <message>
      <source>What for</source>
      <translation>备注</translation>
    </message>
    <message>
      <source>What it does</source>
      <translation>能做什么</translation>
    </message>
    <message>
      <source>What it says</source>
      <translation>内容</translation>
    </message>
    <message>
      <source>What to hand in</source>
      <translation>提交材料</translation>
    </message>
    <message>
      <source>What would change</source>
      <translation>会有哪些变化</translation>
    </message>
    <message>
      <source>When filing with</source>
      <translation>再投诉到</translation>
    </message>
    <message>
      <source>Where this is from</source>
      <translation>出处</translation>
    </message>
    <message>
      <source>While it is with</source>
      <translation>已在处理的渠道</translation>
    </message>
    <message>
      <source>Who has to act</source>
      <translation>由谁办理</translation>
    </message>
    <message>
      <source>Whole yuan, 'none' for no cap, empty if not known</source>
      <translation>填整数元；无上限填 none；不清楚留空</translation>
    </message>
    <message>
      <source>Why</source>
      <translation>原因</translation>
    </message>
    <message>
      <source>Wording</source>
      <translation>用词</translation>
    </message>
    <message>
      <source>Words</source>
      <translation>词语</translation>
    </message>
    <message>
      <source>You</source>
      <translation>您</translation>
    </message>
    <message>
      <source>and {n} more</source>
      <translation>另有 {n} 条</translation>
    </message>
    <message>
      <source>calendar days</source>
      <translation>天（自然日）</translation>
    </message>
    <message>
      <source>confirmed</source>
      <translation>已核对</translation>
    </message>
    <message>
      <source>is a new channel for this case</source>
      <translation>本案新增的渠道</translation>
    </message>
    <message>
      <source>is described otherwise</source>
      <translation>说明有变化</translation>
    </message>
    <message>
      <source>is no longer a channel for this case</source>
      <translation>本案不再适用的渠道</translation>
    </message>
    <message>
      <source>moves to the day after the holiday</source>
      <translation>顺延到节假日后的第一天</translation>
    </message>
    <message>
      <source>names something that changes: compose it anew or read it through</source>
      <translation>其中提到的内容有变化，请重新生成或通读一遍</translation>
    </message>
    <message>
      <source>no</source>
      <translation>否</translation>
    </message>
    <message>
      <source>no cap</source>
      <translation>无上限</translation>
    </message>
    <message>
      <source>no deadline</source>
      <translation>无期限</translation>
    </message>
    <message>
      <source>not known</source>
      <translation>不清楚</translation>
    </message>
    <message>
      <source>on paper only</source>
      <translation>仅书面提交时</translation>
    </message>
    <message>
      <source>only where somebody acts for you</source>
      <translation>仅由他人代办时</translation>
    </message>
    <message>
      <source>stays as it is</source>
      <translation>不顺延</translation>
    </message>
    <message>
      <source>the rule does not say: both days are shown</source>
      <translation>规则没有写明，两个日期都会显示</translation>
    </message>
    <message>
      <source>to be verified</source>
      <translation>待核实</translation>
    </message>
    <message>
      <source>working days</source>
      <translation>工作日</translation>
    </message>
    <message>
      <source>years</source>
      <translation>年</translation>
    </message>
    <message>
      <source>yes</source>
      <translation>是</translation>
    </message>
    <message>
      <source>{facts}, with an effect on {cases}. Version {version}.</source>
      <translation>共 {facts}，影响 {cases}。版本 {version}。</translation>
    </message>
    <message>
      <source>{n} to be verified</source>
      <translation>{n} 条待核实</translation>
    </message>
  </context>
  <context>
    <name>Search</name>
    <message numerus="yes">
      <source>%n found</source>
      <translation>
        <numerusform>找到 %n 处</numerusform>
      </translation>
    </message>
    <message>
      <source>Case</source>
      <translation>案件</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <source>Contact</source>
      <translation>沟通记录</translation>
    </message>
    <message>
      <source>Deadline</source>
      <translation>期限</translation>
    </message>
    <message>
      <source>Evidence</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>Fact</source>
      <translation>资料</translation>
    </message>
    <message>
      <source>Finds cases, facts, contacts, demands, letters, evidence and the words inside it. One character is enough; width, case and gaps inside numbers make no difference.</source>
      <translation>可以找案件、资料、沟通记录、诉求、文书、证据及其中的文字。一个字也能找；全角半角、大小写、数字里的空格都不影响。</translation>
    </message>
    <message>
      <source>Letter</source>
      <translation>文书</translation>
    </message>
    <message>
      <source>Note on a page</source>
      <translation>页面批注</translation>
    </message>
    <message>
      <source>Nothing found. Fewer or other words may help.</source>
      <translation>没有找到。可以少写几个字，或换个说法。</translation>
    </message>
    <message>
      <source>Offer</source>
      <translation>方案</translation>
    </message>
    <message>
      <source>Search cases, contacts and evidence</source>
      <translation>搜索案件、沟通记录和证据</translation>
    </message>
    <message>
      <source>Search everything</source>
      <translation>搜索全部内容</translation>
    </message>
    <message>
      <source>Show more</source>
      <translation>显示更多</translation>
    </message>
    <message>
      <source>Stated fact</source>
      <translation>事实</translation>
    </message>
    <message>
      <source>Step</source>
      <translation>步骤</translation>
    </message>
    <message>
      <source>What was found</source>
      <translation>搜索结果</translation>
    </message>
    <message>
      <source>Words on a page</source>
      <translation>页面文字</translation>
    </message>
    <message>
      <source>{n} of {count} found. More words find less.</source>
      <translation>共找到 {count} 处，显示前 {n} 处。多输几个字可以缩小范围。</translation>
    </message>
  </context>
  <context>
    <name>Series</name>
    <message numerus="yes">
      <source>%n paper(s) with the present numbers have left the app.</source>
      <translation>
        <numerusform>已有 %n 份材料带着现在的编号交出去了。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n screenshots put in order</source>
      <translation>
        <numerusform>已排好 %n 张截图</numerusform>
      </translation>
    </message>
    <message>
      <source>All of it is on {exhibit}</source>
      <translation>内容都在{exhibit}里</translation>
    </message>
    <message>
      <source>As it is</source>
      <translation>保持不变</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Chat</source>
      <translation>聊天记录</translation>
    </message>
    <message>
      <source>Chat screenshots in order</source>
      <translation>聊天截图排序</translation>
    </message>
    <message>
      <source>Could not be read: place it by hand</source>
      <translation>无法读取，请手动放到合适的位置</translation>
    </message>
    <message>
      <source>Found by what they share. Look through them: the order is yours to confirm.</source>
      <translation>按截图之间重叠的内容排出。请逐张看一遍，由您确认顺序。</translation>
    </message>
    <message>
      <source>Give them their numbers in this order</source>
      <translation>编号也按这个顺序排</translation>
    </message>
    <message>
      <source>Group</source>
      <translation>分组</translation>
    </message>
    <message>
      <source>Keep this order</source>
      <translation>按此顺序保存</translation>
    </message>
    <message>
      <source>Leave this one out (Del)</source>
      <translation>不放进这一组（Del）</translation>
    </message>
    <message>
      <source>Move down (Alt+Down)</source>
      <translation>下移（Alt+↓）</translation>
    </message>
    <message>
      <source>Move up (Alt+Up)</source>
      <translation>上移（Alt+↑）</translation>
    </message>
    <message>
      <source>No overlap between {n} and {m}: is something missing?</source>
      <translation>第 {n} 张和第 {m} 张没有重叠：中间是不是缺了？</translation>
    </message>
    <message>
      <source>Screenshots in their order</source>
      <translation>按顺序排列的截图</translation>
    </message>
    <message>
      <source>Shares nothing with the one before</source>
      <translation>和上一张没有重叠</translation>
    </message>
    <message>
      <source>Titles begin with</source>
      <translation>标题开头</translation>
    </message>
    <message>
      <source>{n} shows nothing that another one does not.</source>
      <translation>第 {n} 张的内容在另一张里都有。</translation>
    </message>
  </context>
  <context>
    <name>Settings</name>
    <message>
      <source>About</source>
      <translation>关于</translation>
    </message>
    <message>
      <source>Adding</source>
      <translation>添加</translation>
    </message>
    <message>
      <source>All cases, files and settings are in this folder and nowhere else. To keep a copy, close the app and copy the folder as a whole.</source>
      <translation>所有案件、文件和设置都只保存在这个文件夹里。如需备份，请先退出软件，再复制整个文件夹。</translation>
    </message>
    <message>
      <source>All files were last found as stored on {time}.</source>
      <translation>最近一次全部文件与存入时一致：{time}。</translation>
    </message>
    <message>
      <source>As the system</source>
      <translation>跟随系统</translation>
    </message>
    <message>
      <source>Between these times no notice is shown. It comes afterwards; none is left out.</source>
      <translation>这段时间内不弹出提醒，结束后会补上，不会遗漏。</translation>
    </message>
    <message>
      <source>Check all files</source>
      <translation>检查全部文件</translation>
    </message>
    <message>
      <source>Choose a folder…</source>
      <translation>选择文件夹…</translation>
    </message>
    <message>
      <source>Data</source>
      <translation>数据</translation>
    </message>
    <message>
      <source>Folder for new screenshots</source>
      <translation>新截屏所在的文件夹</translation>
    </message>
    <message>
      <source>Folder of the data</source>
      <translation>数据文件夹</translation>
    </message>
    <message>
      <source>General</source>
      <translation>常规</translation>
    </message>
    <message>
      <source>Language / 语言</source>
      <translation>语言 / Language</translation>
    </message>
    <message>
      <source>No folder is watched</source>
      <translation>没有留意任何文件夹</translation>
    </message>
    <message>
      <source>Notices appear in the window: this desktop has no tray</source>
      <translation>提醒显示在窗口里：这个桌面没有托盘</translation>
    </message>
    <message>
      <source>Once a week all files are checked by themselves, while you are not working.</source>
      <translation>每周会在您不操作时自动检查一次全部文件。</translation>
    </message>
    <message>
      <source>Open the folder</source>
      <translation>打开文件夹</translation>
    </message>
    <message>
      <source>Parts of the settings</source>
      <translation>设置分类</translation>
    </message>
    <message>
      <source>Quiet from</source>
      <translation>免打扰开始</translation>
    </message>
    <message>
      <source>Quiet hours</source>
      <translation>免打扰时段</translation>
    </message>
    <message>
      <source>Quiet until</source>
      <translation>免打扰结束</translation>
    </message>
    <message>
      <source>Read the words inside pictures</source>
      <translation>读取图片里的文字</translation>
    </message>
    <message>
      <source>Reading</source>
      <translation>文字识别</translation>
    </message>
    <message>
      <source>Reminders</source>
      <translation>提醒</translation>
    </message>
    <message>
      <source>Settings</source>
      <translation>设置</translation>
    </message>
    <message>
      <source>Show notices beside the clock of the system</source>
      <translation>在系统托盘显示提醒</translation>
    </message>
    <message>
      <source>Text size</source>
      <translation>字号</translation>
    </message>
    <message>
      <source>Theme</source>
      <translation>主题</translation>
    </message>
    <message>
      <source>Watch no folder</source>
      <translation>不再留意文件夹</translation>
    </message>
    <message>
      <source>What is read can be searched and checked beside the picture. It happens on this computer only; nothing is sent. It runs in the background with low priority: a few seconds for a screenshot, longer on an old computer, and up to 1 GB of memory while it reads. About one character in a hundred is wrong, so check what matters. PDFs and text files bring their own words and need none of this.</source>
      <translation>读到的文字可以搜索，也可以对照图片核对。读取只在这台电脑上进行，不会发送任何内容。它在后台以低优先级运行：每张截图需要几秒钟，旧电脑会慢一些，读取时最多占用 1 GB 内存。大约每一百个字会有一个认错，重要内容请务必核对。PDF 和文本文件自带文字，不需要开启此项。</translation>
    </message>
    <message>
      <source>When a file comes into this folder, the app asks whether to add it to the case that is open. Nothing is added by itself, and what is in the folder already is left alone.</source>
      <translation>有文件进入这个文件夹时，会问您是否添加到当前打开的案件。不会自动添加，文件夹里原有的文件也不会动。</translation>
    </message>
    <message>
      <source>to</source>
      <translation>至</translation>
    </message>
  </context>
  <context>
    <name>Sound</name>
    <message>
      <source>Pause (Space)</source>
      <translation>暂停（空格键）</translation>
    </message>
    <message>
      <source>Place in the recording</source>
      <translation>录音中的位置</translation>
    </message>
    <message>
      <source>Play (Space)</source>
      <translation>播放（空格键）</translation>
    </message>
  </context>
  <context>
    <name>Stamps</name>
    <message numerus="yes">
      <source>%n line(s). SHA-256 of the newest one, which fixes all before it:</source>
      <translation>
        <numerusform>共 %n 行。最新一行的 SHA-256 校验值（它固定了此前各行）：</numerusform>
      </translation>
    </message>
    <message>
      <source>A hash of 32 bytes is sent, and nothing else. The answer is checked and kept.</source>
      <translation>只发送一个 32 字节的校验值，别无其他。收到的回复会核验并保存。</translation>
    </message>
    <message>
      <source>A time stamp is an authority's signed word that the journal stood as it does at a certain moment. It shows that nothing was changed since; it does not show that what you recorded is true. Only a hash goes out, in a file that you carry: the app itself stays offline.</source>
      <translation>时间戳是时间戳机构的签名证明：日志在某一时刻就是这个样子。它能说明此后没有被改动，不能说明所记内容属实。交出去的只有一个校验值，由您自己带去；软件本身不联网。</translation>
    </message>
    <message>
      <source>Address of the authority</source>
      <translation>时间戳机构的网址</translation>
    </message>
    <message>
      <source>Answers are checked against {file}.</source>
      <translation>回复将用 {file} 核验。</translation>
    </message>
    <message>
      <source>Ask an authority over the network</source>
      <translation>联网申请</translation>
    </message>
    <message>
      <source>Ask now…</source>
      <translation>现在申请…</translation>
    </message>
    <message>
      <source>Asked for {time}</source>
      <translation>{time} 申请</translation>
    </message>
    <message>
      <source>Cancel</source>
      <translation>取消</translation>
    </message>
    <message>
      <source>Carry the request file to an authority, then import what it answers.</source>
      <translation>请把申请文件带到时间戳机构办理，再导入它的回复。</translation>
    </message>
    <message>
      <source>Certificate of the authority…</source>
      <translation>选择机构证书…</translation>
    </message>
    <message>
      <source>Checked</source>
      <translation>已核验</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Connect and ask</source>
      <translation>连接并申请</translation>
    </message>
    <message>
      <source>Connect to {host} now?</source>
      <translation>现在连接 {host} 吗？</translation>
    </message>
    <message>
      <source>Copy the hash</source>
      <translation>复制校验值</translation>
    </message>
    <message>
      <source>Hash copied</source>
      <translation>已复制校验值</translation>
    </message>
    <message>
      <source>Hash printed in a dossier</source>
      <translation>卷宗上印的校验值</translation>
    </message>
    <message>
      <source>Import answer…</source>
      <translation>导入回复…</translation>
    </message>
    <message>
      <source>Import the answer of the authority</source>
      <translation>导入时间戳机构的回复</translation>
    </message>
    <message>
      <source>Journal</source>
      <translation>日志</translation>
    </message>
    <message>
      <source>Journal and trusted time</source>
      <translation>日志与可信时间</translation>
    </message>
    <message>
      <source>Let me ask an authority, until this window is closed</source>
      <translation>允许我联网申请（关闭本窗口后失效）</translation>
    </message>
    <message>
      <source>Lines 1 to {n} of the journal</source>
      <translation>日志第 1 至 {n} 行</translation>
    </message>
    <message>
      <source>Look it up</source>
      <translation>查对</translation>
    </message>
    <message>
      <source>No line of this journal has that hash.</source>
      <translation>本机日志中没有一行是这个值。</translation>
    </message>
    <message>
      <source>No longer holds</source>
      <translation>不再成立</translation>
    </message>
    <message>
      <source>Nothing is recorded yet.</source>
      <translation>还没有任何记录。</translation>
    </message>
    <message>
      <source>Save request file…</source>
      <translation>保存申请文件…</translation>
    </message>
    <message>
      <source>Save the proof</source>
      <translation>保存证明</translation>
    </message>
    <message>
      <source>Save the proof…</source>
      <translation>保存证明…</translation>
    </message>
    <message>
      <source>Save the request</source>
      <translation>保存申请文件</translation>
    </message>
    <message>
      <source>Saved {file}</source>
      <translation>已保存 {file}</translation>
    </message>
    <message>
      <source>Saved {file}. Carry it to a time-stamp authority.</source>
      <translation>已保存 {file}。请带到时间戳机构办理。</translation>
    </message>
    <message>
      <source>Signature not checked</source>
      <translation>签名未核验</translation>
    </message>
    <message>
      <source>Signer not confirmed</source>
      <translation>签发者未确认</translation>
    </message>
    <message>
      <source>Stamped {time} UTC by {name}</source>
      <translation>{time}（UTC）盖戳，签发者：{name}</translation>
    </message>
    <message>
      <source>The answer came without a certificate. Import it once more with the authority's.</source>
      <translation>回复里没有附带证书。请带上机构的证书再导入一次。</translation>
    </message>
    <message>
      <source>The authority is being asked</source>
      <translation>正在向时间戳机构申请</translation>
    </message>
    <message>
      <source>The authority's certificate</source>
      <translation>时间戳机构的证书</translation>
    </message>
    <message>
      <source>The journal, or the answer, is not what it was when this was stamped.</source>
      <translation>日志或回复已经不是盖戳时的样子。</translation>
    </message>
    <message>
      <source>The signature fits, but the app does not know who that is. Import the answer once more with the authority's certificate.</source>
      <translation>签名本身吻合，但软件不知道签发者是谁。请带上机构的证书再导入一次回复。</translation>
    </message>
    <message>
      <source>The signature leads to the certificate that you gave.</source>
      <translation>签名与您提供的证书相符。</translation>
    </message>
    <message>
      <source>This is line {n} of the journal; all lines up to it are intact.</source>
      <translation>这是日志第 {n} 行的值；到这一行为止全部完好。</translation>
    </message>
    <message>
      <source>This is the one thing for which the app connects to the network, and it is off. What is sent is a hash of 32 bytes: no name, no text, no file. The authority sees your network address, as with any website.</source>
      <translation>这是软件唯一会联网的事，默认关闭。发送的只有一个 32 字节的校验值，不含姓名、文字和文件。与访问任何网站一样，对方能看到您的网络地址。</translation>
    </message>
    <message>
      <source>Time stamp: {state}</source>
      <translation>时间戳：{state}</translation>
    </message>
    <message>
      <source>Time stamps, carried by hand</source>
      <translation>时间戳（自己带去办理）</translation>
    </message>
    <message>
      <source>Waiting for the answer</source>
      <translation>等待回复</translation>
    </message>
    <message>
      <source>Without the authority's certificate the signer of an answer stays unconfirmed.</source>
      <translation>不提供机构的证书时，只核对内容，不确认签发者是谁。</translation>
    </message>
  </context>
  <context>
    <name>Status</name>
    <message>
      <source>Accepted</source>
      <translation>已受理</translation>
    </message>
    <message>
      <source>Answered</source>
      <translation>已答复</translation>
    </message>
    <message>
      <source>Closed</source>
      <translation>已关闭</translation>
    </message>
    <message>
      <source>Draft</source>
      <translation>草稿</translation>
    </message>
    <message>
      <source>Escalated</source>
      <translation>已升级</translation>
    </message>
    <message>
      <source>Filed</source>
      <translation>已投诉</translation>
    </message>
    <message>
      <source>Preparing</source>
      <translation>准备中</translation>
    </message>
    <message>
      <source>Resolved</source>
      <translation>已解决</translation>
    </message>
  </context>
  <context>
    <name>StepRail</name>
    <message>
      <source>Step {n}, {name}, {state}</source>
      <translation>第 {n} 步，{name}，{state}</translation>
    </message>
    <message>
      <source>Steps</source>
      <translation>步骤</translation>
    </message>
    <message>
      <source>done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>next</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>open</source>
      <translation>未完成</translation>
    </message>
    <message>
      <source>skipped</source>
      <translation>已跳过</translation>
    </message>
  </context>
  <context>
    <name>Timeline</name>
    <message>
      <source>1 day</source>
      <translation>1 天</translation>
    </message>
    <message>
      <source>Amount: ￥{value}</source>
      <translation>金额：￥{value}</translation>
    </message>
    <message>
      <source>Answer</source>
      <translation>答复</translation>
    </message>
    <message>
      <source>Answer due today</source>
      <translation>今天应答复</translation>
    </message>
    <message>
      <source>Answer due {date}, {days} left</source>
      <translation>应于 {date} 前答复，还有 {days}</translation>
    </message>
    <message>
      <source>Channel</source>
      <translation>渠道</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Contact corrected</source>
      <translation>已更正</translation>
    </message>
    <message>
      <source>Contact moved to the trash</source>
      <translation>沟通记录已移到回收站</translation>
    </message>
    <message>
      <source>Contact recorded</source>
      <translation>已记录</translation>
    </message>
    <message>
      <source>Contacts</source>
      <translation>沟通记录</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>已复制</translation>
    </message>
    <message>
      <source>Copy reference number</source>
      <translation>复制受理编号</translation>
    </message>
    <message>
      <source>Copy what was said</source>
      <translation>复制沟通内容</translation>
    </message>
    <message>
      <source>Correct</source>
      <translation>更正</translation>
    </message>
    <message>
      <source>Correct a contact</source>
      <translation>更正沟通记录</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>Delete</source>
      <translation>删除</translation>
    </message>
    <message>
      <source>Discard</source>
      <translation>放弃</translation>
    </message>
    <message>
      <source>Draft discarded</source>
      <translation>已放弃草稿</translation>
    </message>
    <message>
      <source>Exhibit {n}  {title}</source>
      <translation>证据{n}  {title}</translation>
    </message>
    <message>
      <source>Exhibits</source>
      <translation>证据</translation>
    </message>
    <message>
      <source>Go on with the draft</source>
      <translation>继续写草稿</translation>
    </message>
    <message>
      <source>Link evidence</source>
      <translation>关联证据</translation>
    </message>
    <message>
      <source>Linked evidence: {n}</source>
      <translation>已关联证据：{n}</translation>
    </message>
    <message>
      <source>Name, staff number, department</source>
      <translation>姓名、工号、部门</translation>
    </message>
    <message>
      <source>Newest first</source>
      <translation>从新到旧</translation>
    </message>
    <message>
      <source>No contact recorded yet</source>
      <translation>还没有沟通记录</translation>
    </message>
    <message>
      <source>No. {number}</source>
      <translation>受理编号 {number}</translation>
    </message>
    <message>
      <source>Note every call, visit and message: when, with whom, and what was said. It prints as a table.</source>
      <translation>每次通话、到访和短信都记下来：什么时间、和谁、说了什么。打印时会成为一张表。</translation>
    </message>
    <message>
      <source>Oldest first</source>
      <translation>从旧到新</translation>
    </message>
    <message>
      <source>Pick from the calendar</source>
      <translation>从日历选择</translation>
    </message>
    <message>
      <source>Please write what was said.</source>
      <translation>请写下沟通内容。</translation>
    </message>
    <message>
      <source>Promised by {date}: another date was given</source>
      <translation>承诺 {date} 前答复，后来改了日期</translation>
    </message>
    <message>
      <source>Promised by {date}: answered {days} late</source>
      <translation>承诺 {date} 前答复，迟了 {days}</translation>
    </message>
    <message>
      <source>Promised by {date}: broken</source>
      <translation>承诺 {date}：未兑现</translation>
    </message>
    <message>
      <source>Promised by {date}: kept</source>
      <translation>承诺 {date} 前答复，已兑现</translation>
    </message>
    <message>
      <source>Promised by {date}: not kept, another date {days} later</source>
      <translation>承诺 {date} 前答复，未兑现，{days}后改了日期</translation>
    </message>
    <message>
      <source>Promised by {date}: {days} overdue</source>
      <translation>承诺 {date} 前答复，已逾期 {days}</translation>
    </message>
    <message>
      <source>Promised by {value}</source>
      <translation>承诺日期 {value}</translation>
    </message>
    <message>
      <source>Record a contact</source>
      <translation>记录沟通</translation>
    </message>
    <message>
      <source>Reference number</source>
      <translation>受理编号</translation>
    </message>
    <message>
      <source>Reference number {value}</source>
      <translation>受理编号 {value}</translation>
    </message>
    <message>
      <source>Reference {number}</source>
      <translation>受理编号 {number}</translation>
    </message>
    <message>
      <source>Save</source>
      <translation>保存</translation>
    </message>
    <message>
      <source>The bank has answered</source>
      <translation>银行已答复</translation>
    </message>
    <message>
      <source>The date can't be read: write it like 2026-11-22.</source>
      <translation>日期无法识别，请写成 2026-11-22。</translation>
    </message>
    <message>
      <source>The promised date can't be read: write it like 2026-11-22.</source>
      <translation>承诺日期无法识别，请写成 2026-11-22。</translation>
    </message>
    <message>
      <source>The time can't be read: write it like 14:05, or leave it empty.</source>
      <translation>时间无法识别，请写成 14:05，或留空。</translation>
    </message>
    <message>
      <source>The weeks at a glance</source>
      <translation>时间一览</translation>
    </message>
    <message>
      <source>They promised an answer by</source>
      <translation>对方承诺答复日期</translation>
    </message>
    <message>
      <source>This case has no evidence yet. Add it in the Evidence tab.</source>
      <translation>本案还没有证据，请在“证据”页添加。</translation>
    </message>
    <message>
      <source>Tick what belongs to this contact</source>
      <translation>勾选与这次沟通有关的证据</translation>
    </message>
    <message>
      <source>Time, if known</source>
      <translation>时间（如知道）</translation>
    </message>
    <message>
      <source>Trash: {n}. Choose a contact to bring it back</source>
      <translation>回收站：{n}。选择一条即可恢复</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>What was promised before is then no longer awaited.</source>
      <translation>勾选后，之前的承诺不再列为等待。</translation>
    </message>
    <message>
      <source>What was said</source>
      <translation>沟通内容</translation>
    </message>
    <message>
      <source>What you said, what they answered, as exactly as you can</source>
      <translation>您说了什么，对方怎么答复，尽量写原话</translation>
    </message>
    <message>
      <source>What you typed stays here until you save or discard it.</source>
      <translation>已写的内容会留在这里，直到您保存或放弃。</translation>
    </message>
    <message>
      <source>When</source>
      <translation>时间</translation>
    </message>
    <message>
      <source>Who</source>
      <translation>对方</translation>
    </message>
    <message>
      <source>answer</source>
      <translation>答复</translation>
    </message>
    <message>
      <source>contact</source>
      <translation>联系</translation>
    </message>
    <message>
      <source>corrected</source>
      <translation>已更正</translation>
    </message>
    <message>
      <source>in {days}</source>
      <translation>{days}后</translation>
    </message>
    <message>
      <source>late</source>
      <translation>逾期</translation>
    </message>
    <message>
      <source>phone {value}</source>
      <translation>电话 {value}</translation>
    </message>
    <message>
      <source>promised date</source>
      <translation>承诺日期</translation>
    </message>
    <message>
      <source>recorded {date}</source>
      <translation>记录于 {date}</translation>
    </message>
    <message>
      <source>silence</source>
      <translation>无联系</translation>
    </message>
    <message>
      <source>staff no. {value}</source>
      <translation>工号 {value}</translation>
    </message>
    <message>
      <source>today</source>
      <translation>今天</translation>
    </message>
    <message>
      <source>tomorrow</source>
      <translation>明天</translation>
    </message>
    <message>
      <source>yesterday</source>
      <translation>昨天</translation>
    </message>
    <message>
      <source>{days} ago</source>
      <translation>{days}前</translation>
    </message>
    <message>
      <source>{days} without any contact</source>
      <translation>{days}没有任何联系</translation>
    </message>
    <message>
      <source>{n} contacts from {first} to {last}; longest silence {days}</source>
      <translation>{first} 至 {last} 共 {n} 次沟通；最长 {days}没有联系</translation>
    </message>
    <message>
      <source>{n} days</source>
      <translation>{n} 天</translation>
    </message>
  </context>
  <context>
    <name>Today</name>
    <message numerus="yes">
      <source>%n day(s) ago</source>
      <translation>
        <numerusform>%n 天前</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n due</source>
      <translation>
        <numerusform>到期 %n 件</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n overdue</source>
      <translation>
        <numerusform>逾期 %n 件</numerusform>
      </translation>
    </message>
    <message>
      <source>A deadline</source>
      <translation>一项期限</translation>
    </message>
    <message>
      <source>An answer was promised</source>
      <translation>对方答应答复</translation>
    </message>
    <message>
      <source>Do it now</source>
      <translation>现在处理</translation>
    </message>
    <message>
      <source>Due</source>
      <translation>到期</translation>
    </message>
    <message>
      <source>Estimated</source>
      <translation>估算</translation>
    </message>
    <message>
      <source>How it was counted…</source>
      <translation>看看怎么算的…</translation>
    </message>
    <message>
      <source>Look at it</source>
      <translation>看一看</translation>
    </message>
    <message>
      <source>Move the date…</source>
      <translation>改期…</translation>
    </message>
    <message>
      <source>Next: {step}</source>
      <translation>下一步：{step}</translation>
    </message>
    <message>
      <source>No case is waiting for you. A date you record appears here when it comes.</source>
      <translation>没有案件在等您。记下的日子到了，会出现在这里。</translation>
    </message>
    <message>
      <source>Nothing is due today.</source>
      <translation>今天没有到期的事。</translation>
    </message>
    <message>
      <source>Nothing to do</source>
      <translation>没有要做的事</translation>
    </message>
    <message>
      <source>Nothing to do until {date}</source>
      <translation>{date} 前不用做什么</translation>
    </message>
    <message>
      <source>Nothing to do until {date}.</source>
      <translation>{date} 前不用做什么。</translation>
    </message>
    <message>
      <source>Nothing to do yet</source>
      <translation>暂时不用做</translation>
    </message>
    <message>
      <source>Overdue</source>
      <translation>逾期</translation>
    </message>
    <message>
      <source>Promised: {words}</source>
      <translation>对方答应：{words}</translation>
    </message>
    <message>
      <source>Put off until {date}</source>
      <translation>推迟到 {date}</translation>
    </message>
    <message>
      <source>Put off. The date itself stays.</source>
      <translation>已推迟提醒，日期本身不变。</translation>
    </message>
    <message>
      <source>Remind me later</source>
      <translation>稍后提醒</translation>
    </message>
    <message>
      <source>Remind me now</source>
      <translation>现在就提醒</translation>
    </message>
    <message>
      <source>Soon</source>
      <translation>快到期</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>今天</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>What was agreed is to be carried out</source>
      <translation>约定的事应当兑现</translation>
    </message>
    <message>
      <source>When you have time</source>
      <translation>有空时做</translation>
    </message>
    <message>
      <source>You wanted to ask how it stands</source>
      <translation>您打算去问问进展</translation>
    </message>
    <message>
      <source>Your own term: {words}</source>
      <translation>您自己的期限：{words}</translation>
    </message>
    <message numerus="yes">
      <source>in %n day(s)</source>
      <translation>
        <numerusform>还有 %n 天</numerusform>
      </translation>
    </message>
    <message>
      <source>late only after {date}</source>
      <translation>过了 {date} 才算逾期</translation>
    </message>
    <message>
      <source>today, {date}</source>
      <translation>今天，{date}</translation>
    </message>
    <message>
      <source>{step}, by {date}</source>
      <translation>{step}，最迟 {date}</translation>
    </message>
  </context>
  <context>
    <name>Tools</name>
    <message numerus="yes">
      <source>%n character(s).</source>
      <translation>
        <numerusform>%n 个字。</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n day(s)</source>
      <translation>
        <numerusform>%n 天</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>%n thing(s) to add. Each link leads to its place.</source>
      <translation>
        <numerusform>还有 %n 处可补，点一下就到。</numerusform>
      </translation>
    </message>
    <message>
      <source>(not received yet)</source>
      <translation>（尚未收到）</translation>
    </message>
    <message>
      <source>A number makes every later call shorter. None yet? Let the app remind you.</source>
      <translation>有了编号，以后每次询问都省事。还没有？让软件提醒您。</translation>
    </message>
    <message>
      <source>A regulator is in charge</source>
      <translation>由监管部门负责</translation>
    </message>
    <message>
      <source>Address: {text}</source>
      <translation>地址：{text}</translation>
    </message>
    <message>
      <source>Agreed, not done yet</source>
      <translation>已谈妥，尚未兑现</translation>
    </message>
    <message>
      <source>All still right: checked today</source>
      <translation>都没变：今天已核对</translation>
    </message>
    <message>
      <source>An answer is expected by {date}. Asking before is allowed.</source>
      <translation>预计 {date} 前答复；在那之前也可以问。</translation>
    </message>
    <message numerus="yes">
      <source>And %n more</source>
      <translation>
        <numerusform>还有 %n 处</numerusform>
      </translation>
    </message>
    <message>
      <source>Ask again in</source>
      <translation>多久后再问</translation>
    </message>
    <message>
      <source>Ask, and write down at once</source>
      <translation>要问的，问到就记</translation>
    </message>
    <message>
      <source>Asked {asked} · offered {offered}</source>
      <translation>要求 {asked} · 对方提出 {offered}</translation>
    </message>
    <message>
      <source>Before a public post, which comes last, confirm both:</source>
      <translation>公开发布放在最后。发布之前，请确认两点：</translation>
    </message>
    <message>
      <source>Better known before</source>
      <translation>最好事先知道</translation>
    </message>
    <message>
      <source>Branch visit {number}.pdf</source>
      <translation>网点携带清单 {number}.pdf</translation>
    </message>
    <message>
      <source>Call assistant</source>
      <translation>通话助手</translation>
    </message>
    <message>
      <source>Check before filing</source>
      <translation>提交前检查</translation>
    </message>
    <message>
      <source>Checked on {date}; look again after {until}.</source>
      <translation>{date} 已核对；{until} 之后再看一次。</translation>
    </message>
    <message>
      <source>Choose the kind</source>
      <translation>去选择</translation>
    </message>
    <message>
      <source>Choose the product above: it decides who answers.</source>
      <translation>请先在上面选择产品：它决定由谁负责。</translation>
    </message>
    <message>
      <source>Chosen</source>
      <translation>已选择</translation>
    </message>
    <message>
      <source>Complaint text</source>
      <translation>投诉内容</translation>
    </message>
    <message>
      <source>Compose again</source>
      <translation>重新拟写</translation>
    </message>
    <message>
      <source>Composed from the facts. Read it, change what you like, then copy it into the form.</source>
      <translation>已按资料拟好。请读一遍，改到满意，再复制到表单里。</translation>
    </message>
    <message>
      <source>Contact of {about}: at what time?</source>
      <translation>{about} 的沟通：几点？</translation>
    </message>
    <message>
      <source>Contact of {about}: what was promised?</source>
      <translation>{about} 的沟通：答应了什么？</translation>
    </message>
    <message>
      <source>Contact of {about}: what was said?</source>
      <translation>{about} 的沟通：说了什么？</translation>
    </message>
    <message>
      <source>Contact of {about}: with whom?</source>
      <translation>{about} 的沟通：和谁？</translation>
    </message>
    <message>
      <source>Copied</source>
      <translation>已复制</translation>
    </message>
    <message>
      <source>Copy as text</source>
      <translation>复制文字</translation>
    </message>
    <message>
      <source>Copy number</source>
      <translation>复制号码</translation>
    </message>
    <message>
      <source>Copy text</source>
      <translation>复制文字</translation>
    </message>
    <message>
      <source>Copy what to say</source>
      <translation>复制要点</translation>
    </message>
    <message>
      <source>Copy words</source>
      <translation>复制话术</translation>
    </message>
    <message>
      <source>Ctrl+Enter hangs up and records it</source>
      <translation>按 Ctrl+Enter 挂断并记录</translation>
    </message>
    <message>
      <source>Demands and offers</source>
      <translation>诉求与方案</translation>
    </message>
    <message>
      <source>Dial on your phone. Keep this page open: it says what to say and what to ask.</source>
      <translation>用手机拨号，别关这一页：说什么、问什么都在上面。</translation>
    </message>
    <message>
      <source>Doors above</source>
      <translation>可以往上走的渠道</translation>
    </message>
    <message>
      <source>Doors in order</source>
      <translation>渠道顺序</translation>
    </message>
    <message>
      <source>Every contact, promise and exhibit says what it should.</source>
      <translation>每次沟通、每个承诺、每份证据都写全了。</translation>
    </message>
    <message>
      <source>Exhibit {about}: what does it show?</source>
      <translation>证据 {about}：证明什么？</translation>
    </message>
    <message>
      <source>Exhibit {about}: where is it from?</source>
      <translation>证据 {about}：从哪里来？</translation>
    </message>
    <message>
      <source>Fill in what is missing first</source>
      <translation>请先补齐</translation>
    </message>
    <message>
      <source>Hang up and record</source>
      <translation>挂断并记录</translation>
    </message>
    <message>
      <source>Hang up only</source>
      <translation>只挂断</translation>
    </message>
    <message>
      <source>Hold the result against your demands. Close once it is done, not once it is promised.</source>
      <translation>把结果与您的诉求逐条对照。做到了再结案，不要只凭答应。</translation>
    </message>
    <message>
      <source>Hours: {text}</source>
      <translation>时间：{text}</translation>
    </message>
    <message>
      <source>How complete is the record</source>
      <translation>记录完整度</translation>
    </message>
    <message>
      <source>How many this form takes is not known: see the page itself.</source>
      <translation>这个表单能写多少字尚不清楚，以页面为准。</translation>
    </message>
    <message>
      <source>I have masked names, numbers, faces, voices and other people's data on every picture; the post says nothing by which someone can be found.</source>
      <translation>每张图片上的姓名、号码、人脸、声音和他人信息都已打码；内容里没有能找到某个人的线索。</translation>
    </message>
    <message>
      <source>I have submitted this</source>
      <translation>我已提交</translation>
    </message>
    <message>
      <source>I say only what I can show, insult nobody and accuse nobody of a crime: invented or unchecked grave claims and insults have consequences in law.</source>
      <translation>我只写有凭据的事实，不辱骂、不指控犯罪：编造、未核实的严重指控和侮辱要承担法律后果。</translation>
    </message>
    <message>
      <source>It is in your hands</source>
      <translation>由您决定</translation>
    </message>
    <message>
      <source>Kept unchanged among the letters, with its checksum.</source>
      <translation>已原样保存在文书里，并记下校验值。</translation>
    </message>
    <message>
      <source>Last checked on {date}: time to look again.</source>
      <translation>上次核对是 {date}，该再看一次了。</translation>
    </message>
    <message>
      <source>Length of the call</source>
      <translation>通话时长</translation>
    </message>
    <message>
      <source>Look at the sheet</source>
      <translation>查看清单</translation>
    </message>
    <message>
      <source>May be refused</source>
      <translation>可能不予受理</translation>
    </message>
    <message>
      <source>Met</source>
      <translation>已满足</translation>
    </message>
    <message>
      <source>Never checked in this case.</source>
      <translation>本案还没有核对过。</translation>
    </message>
    <message>
      <source>No contact details are on record yet. Fill in what the other side has of you.</source>
      <translation>还没有记录联系方式。请填写对方手里的是哪些。</translation>
    </message>
    <message>
      <source>No demands are written down in this case.</source>
      <translation>本案还没有写下诉求。</translation>
    </message>
    <message numerus="yes">
      <source>No number yet: remind me in %n day(s)</source>
      <translation>
        <numerusform>还没有编号：%n 天后提醒我</numerusform>
      </translation>
    </message>
    <message>
      <source>No reference number anywhere</source>
      <translation>哪里都没有受理编号</translation>
    </message>
    <message>
      <source>No reference number on record yet</source>
      <translation>还没有受理编号</translation>
    </message>
    <message>
      <source>Nobody has promised an answer for a day yet: ask for one.</source>
      <translation>还没有人答应哪天答复：请问一个日期。</translation>
    </message>
    <message>
      <source>Nothing promised: remind me to ask again on {date}</source>
      <translation>没有答应：{date} 提醒我再问</translation>
    </message>
    <message>
      <source>Number on record: {number}</source>
      <translation>已记录编号：{number}</translation>
    </message>
    <message>
      <source>Number: {number}</source>
      <translation>编号：{number}</translation>
    </message>
    <message>
      <source>One page for your pocket: what to bring, what to ask for, room to note the answer.</source>
      <translation>一页纸带在身上：带什么、要什么，还有地方记答复。</translation>
    </message>
    <message>
      <source>One route at a time, from the nearest door up. Each says why it stands there.</source>
      <translation>一次走一条路，从最近的开始；每一条都写明理由。</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>未解决</translation>
    </message>
    <message>
      <source>Open the file</source>
      <translation>打开文件</translation>
    </message>
    <message numerus="yes">
      <source>Other numbers (%n)</source>
      <translation>
        <numerusform>其他号码（%n）</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>Other routes (%n)</source>
      <translation>
        <numerusform>其他路径（%n）</numerusform>
      </translation>
    </message>
    <message>
      <source>PDF document (*.pdf)</source>
      <translation>PDF 文档 (*.pdf)</translation>
    </message>
    <message>
      <source>Partly met</source>
      <translation>部分满足</translation>
    </message>
    <message>
      <source>Pending there since {date}</source>
      <translation>{date} 起已在那里处理</translation>
    </message>
    <message>
      <source>Please confirm both first.</source>
      <translation>请先确认这两点。</translation>
    </message>
    <message>
      <source>Print…</source>
      <translation>打印…</translation>
    </message>
    <message>
      <source>Record an offer</source>
      <translation>记录对方的方案</translation>
    </message>
    <message>
      <source>Reference number</source>
      <translation>受理编号</translation>
    </message>
    <message numerus="yes">
      <source>Remind me to ask again in %n day(s)</source>
      <translation>
        <numerusform>%n 天后提醒我再问</numerusform>
      </translation>
    </message>
    <message>
      <source>Save as PDF…</source>
      <translation>存为 PDF…</translation>
    </message>
    <message>
      <source>Save the sheet</source>
      <translation>保存清单</translation>
    </message>
    <message>
      <source>Saved: {file}</source>
      <translation>已保存：{file}</translation>
    </message>
    <message>
      <source>Sheet for the visit</source>
      <translation>网点携带清单</translation>
    </message>
    <message>
      <source>Something is still to be filled in; it was not copied</source>
      <translation>还有没填的地方，没有复制</translation>
    </message>
    <message>
      <source>Start call</source>
      <translation>开始通话</translation>
    </message>
    <message>
      <source>Still empty: {about}</source>
      <translation>还没填：{about}</translation>
    </message>
    <message>
      <source>Still missing: {what}</source>
      <translation>还缺：{what}</translation>
    </message>
    <message>
      <source>Take over accepted offers as agreed</source>
      <translation>把接受的方案写为约定</translation>
    </message>
    <message>
      <source>Take this route</source>
      <translation>走这条路</translation>
    </message>
    <message>
      <source>The answer was due by {date}, and is late.</source>
      <translation>答复期限是 {date}，已经逾期。</translation>
    </message>
    <message>
      <source>The answer was due by {due}; it is late only after {late}. You may ask now.</source>
      <translation>答复应在 {due} 前作出，{late} 之后才算逾期；现在也可以问。</translation>
    </message>
    <message>
      <source>The bank answers for it</source>
      <translation>由银行负责</translation>
    </message>
    <message>
      <source>The other side has until {date} to answer. You can go on before that; say why, so that it is on record.</source>
      <translation>对方可以在 {date} 前答复。您也可以现在就往上走；请写明理由，留作记录。</translation>
    </message>
    <message>
      <source>The payment institution answers for it</source>
      <translation>由支付机构负责</translation>
    </message>
    <message>
      <source>To be verified</source>
      <translation>待核实</translation>
    </message>
    <message>
      <source>What to ask</source>
      <translation>要问什么</translation>
    </message>
    <message>
      <source>What to say</source>
      <translation>怎么说</translation>
    </message>
    <message>
      <source>Where it is filed</source>
      <translation>向哪里提交</translation>
    </message>
    <message>
      <source>Where to turn</source>
      <translation>往哪里投诉</translation>
    </message>
    <message>
      <source>Whether they know: {text}</source>
      <translation>对方是否知道：{text}</translation>
    </message>
    <message>
      <source>Which door comes first depends on what kind of wallet it is: not said yet.</source>
      <translation>先找哪一家，要看是哪一种钱包：这一项还没有选。</translation>
    </message>
    <message>
      <source>Who answers for it is not settled</source>
      <translation>由谁负责尚不明确</translation>
    </message>
    <message>
      <source>Your contact details on record</source>
      <translation>您登记的联系方式</translation>
    </message>
    <message>
      <source>{date} offered: {text}</source>
      <translation>{date} 提出：{text}</translation>
    </message>
    <message>
      <source>{n} of {limit} characters</source>
      <translation>{n} / {limit} 字</translation>
    </message>
    <message>
      <source>{n} of {limit} characters: too long by {more}</source>
      <translation>{n} / {limit} 字，超出 {more} 字</translation>
    </message>
    <message>
      <source>{source} · checked {date}</source>
      <translation>{source} · 核对于 {date}</translation>
    </message>
  </context>
  <context>
    <name>Tray</name>
    <message>
      <source>Open WalletCase</source>
      <translation>打开 WalletCase</translation>
    </message>
    <message>
      <source>WalletCase reminders</source>
      <translation>WalletCase 提醒</translation>
    </message>
  </context>
  <context>
    <name>Undo</name>
    <message>
      <source>'{name}'</source>
      <translation>“{name}”</translation>
    </message>
    <message>
      <source>Done again: {what}</source>
      <translation>已重做：{what}</translation>
    </message>
    <message>
      <source>Redo</source>
      <translation>重做</translation>
    </message>
    <message>
      <source>Redo {what}</source>
      <translation>重做 {what}</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>Undo {what}</source>
      <translation>撤销 {what}</translation>
    </message>
    <message>
      <source>Undone: {what}</source>
      <translation>已撤销：{what}</translation>
    </message>
    <message>
      <source>a tick in the checklist</source>
      <translation>核对清单勾选</translation>
    </message>
    <message numerus="yes">
      <source>add %n exhibit(s)</source>
      <translation>
        <numerusform>添加 %n 份证据</numerusform>
      </translation>
    </message>
    <message>
      <source>add exhibit {n}</source>
      <translation>添加证据{n}</translation>
    </message>
    <message>
      <source>answer an offer</source>
      <translation>答复方案</translation>
    </message>
    <message numerus="yes">
      <source>bring back %n exhibit(s)</source>
      <translation>
        <numerusform>恢复 %n 份证据</numerusform>
      </translation>
    </message>
    <message>
      <source>bring back a contact</source>
      <translation>恢复联系记录</translation>
    </message>
    <message>
      <source>bring back a fact</source>
      <translation>恢复事实</translation>
    </message>
    <message>
      <source>bring back a letter</source>
      <translation>恢复文书</translation>
    </message>
    <message>
      <source>bring back an offer</source>
      <translation>恢复方案</translation>
    </message>
    <message>
      <source>bring back exhibit {n}</source>
      <translation>恢复证据{n}</translation>
    </message>
    <message>
      <source>bring back the case</source>
      <translation>恢复案件</translation>
    </message>
    <message>
      <source>change a mark on exhibit {n}</source>
      <translation>改动证据{n}上的标注</translation>
    </message>
    <message>
      <source>choose what {reader} sees</source>
      <translation>选择{reader}能看到什么</translation>
    </message>
    <message>
      <source>compose a letter</source>
      <translation>撰写文书</translation>
    </message>
    <message>
      <source>copy a letter</source>
      <translation>复制文书</translation>
    </message>
    <message>
      <source>correct a contact</source>
      <translation>修改联系记录</translation>
    </message>
    <message>
      <source>correct a fact</source>
      <translation>修改事实</translation>
    </message>
    <message>
      <source>correct an offer</source>
      <translation>修改方案</translation>
    </message>
    <message>
      <source>correct the words of exhibit {n}</source>
      <translation>更正证据{n}的文字</translation>
    </message>
    <message numerus="yes">
      <source>delete %n contact(s)</source>
      <translation>
        <numerusform>删除 %n 条联系记录</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <source>delete %n exhibit(s)</source>
      <translation>
        <numerusform>删除 %n 份证据</numerusform>
      </translation>
    </message>
    <message>
      <source>delete a contact</source>
      <translation>删除联系记录</translation>
    </message>
    <message>
      <source>delete a fact</source>
      <translation>删除事实</translation>
    </message>
    <message>
      <source>delete a letter</source>
      <translation>删除文书</translation>
    </message>
    <message>
      <source>delete an offer</source>
      <translation>删除方案</translation>
    </message>
    <message>
      <source>delete exhibit {n}</source>
      <translation>删除证据{n}</translation>
    </message>
    <message>
      <source>delete the case</source>
      <translation>删除案件</translation>
    </message>
    <message numerus="yes">
      <source>describe %n exhibit(s)</source>
      <translation>
        <numerusform>说明 %n 份证据</numerusform>
      </translation>
    </message>
    <message>
      <source>describe exhibit {n}</source>
      <translation>修改证据{n}的说明</translation>
    </message>
    <message>
      <source>dismiss a deadline</source>
      <translation>不再跟踪期限</translation>
    </message>
    <message>
      <source>extend a deadline</source>
      <translation>延长期限</translation>
    </message>
    <message>
      <source>filling in</source>
      <translation>填写内容</translation>
    </message>
    <message>
      <source>finish step {step}</source>
      <translation>完成步骤{step}</translation>
    </message>
    <message>
      <source>link an exhibit</source>
      <translation>关联证据</translation>
    </message>
    <message>
      <source>link proof</source>
      <translation>关联证据</translation>
    </message>
    <message>
      <source>make the case</source>
      <translation>新建案件</translation>
    </message>
    <message>
      <source>mark a letter as sent</source>
      <translation>标记文书已发出</translation>
    </message>
    <message>
      <source>mark a promise</source>
      <translation>标记承诺</translation>
    </message>
    <message>
      <source>mark on exhibit {n}</source>
      <translation>在证据{n}上标注</translation>
    </message>
    <message>
      <source>note an offer</source>
      <translation>记下方案</translation>
    </message>
    <message>
      <source>pause a deadline</source>
      <translation>暂停期限</translation>
    </message>
    <message>
      <source>postpone a reminder</source>
      <translation>推迟提醒</translation>
    </message>
    <message>
      <source>put screenshots in order</source>
      <translation>给截图排序</translation>
    </message>
    <message>
      <source>record a contact</source>
      <translation>记录联系</translation>
    </message>
    <message>
      <source>rename the case</source>
      <translation>修改案件标题</translation>
    </message>
    <message>
      <source>renumber the exhibits</source>
      <translation>重新编排证据编号</translation>
    </message>
    <message>
      <source>reopen step {step}</source>
      <translation>重新打开步骤{step}</translation>
    </message>
    <message>
      <source>repeat step {step}</source>
      <translation>重复步骤{step}</translation>
    </message>
    <message>
      <source>restart a deadline</source>
      <translation>重新起算期限</translation>
    </message>
    <message>
      <source>resume a deadline</source>
      <translation>恢复计算期限</translation>
    </message>
    <message>
      <source>skip step {step}</source>
      <translation>跳过步骤{step}</translation>
    </message>
    <message>
      <source>state a fact</source>
      <translation>写下事实</translation>
    </message>
    <message>
      <source>tag the case</source>
      <translation>修改案件标签</translation>
    </message>
    <message>
      <source>take a mark off exhibit {n}</source>
      <translation>去掉证据{n}上的标注</translation>
    </message>
    <message>
      <source>take the words of exhibit {n} as read</source>
      <translation>恢复证据{n}的识别文字</translation>
    </message>
    <message>
      <source>the bank</source>
      <translation>银行</translation>
    </message>
    <message>
      <source>the last change</source>
      <translation>上一步修改</translation>
    </message>
    <message>
      <source>the public</source>
      <translation>公众</translation>
    </message>
    <message>
      <source>the regulator</source>
      <translation>监管部门</translation>
    </message>
    <message>
      <source>typing {field}</source>
      <translation>填写{field}</translation>
    </message>
    <message>
      <source>unlink an exhibit</source>
      <translation>取消关联证据</translation>
    </message>
    <message>
      <source>unlink proof</source>
      <translation>取消关联证据</translation>
    </message>
    <message>
      <source>write in a letter</source>
      <translation>文书中的输入</translation>
    </message>
  </context>
  <context>
    <name>Welcome</name>
    <message>
      <source>A folder with a seal</source>
      <translation>带印章的文件夹</translation>
    </message>
    <message>
      <source>Keep every call and every proof</source>
      <translation>把每一次沟通和证据都留下来</translation>
    </message>
    <message>
      <source>Look at the sample case</source>
      <translation>先看看示例案件</translation>
    </message>
    <message>
      <source>Make your first case</source>
      <translation>新建第一个案件</translation>
    </message>
    <message>
      <source>No account, no network. Everything is kept in one folder that only you can read:</source>
      <translation>不需要账号，也不联网。全部内容都在一个只有您能读取的文件夹里：</translation>
    </message>
    <message>
      <source>Step by step from 'it will not open' to 'settled', with a record to print.</source>
      <translation>从“打不开”到“已解决”，一步一步来，最后有一份可以打印的记录。</translation>
    </message>
    <message>
      <source>Your data stays on this computer</source>
      <translation>数据只保存在这台电脑上</translation>
    </message>
  </context>
  <context>
    <name>Window</name>
    <message>
      <source>A password or code was left out: it is never kept. Change it soon.</source>
      <translation>密码或验证码没有存下：本软件从不保存它们。请尽快更换。</translation>
    </message>
    <message>
      <source>Choose a case on the left</source>
      <translation>请在左侧选择一个案件</translation>
    </message>
    <message>
      <source>Its next step, contacts, evidence and dossier appear here.</source>
      <translation>这里会显示它的下一步、沟通记录、证据和卷宗。</translation>
    </message>
    <message>
      <source>Opening…</source>
      <translation>正在打开…</translation>
    </message>
  </context>
  <context>
    <name>Wizard</name>
    <message>
      <source>Add a demand</source>
      <translation>添加一条诉求</translation>
    </message>
    <message>
      <source>Add a person</source>
      <translation>添加联系人</translation>
    </message>
    <message>
      <source>Add evidence</source>
      <translation>添加证据</translation>
    </message>
    <message>
      <source>Added in this step: {n}</source>
      <translation>这一步已添加 {n} 份</translation>
    </message>
    <message>
      <source>Amount</source>
      <translation>金额</translation>
    </message>
    <message>
      <source>An error message, an SMS, a statement. Originals stay as they are.</source>
      <translation>例如报错页面、短信、账单。原文件保持不变。</translation>
    </message>
    <message>
      <source>Answer promised by</source>
      <translation>承诺答复日期</translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>By when</source>
      <translation>期限</translation>
    </message>
    <message>
      <source>Calendar</source>
      <translation>日历</translation>
    </message>
    <message>
      <source>Checklist · {done} of {all}</source>
      <translation>清单 · {done} / {all}</translation>
    </message>
    <message>
      <source>Choose evidence</source>
      <translation>选择证据</translation>
    </message>
    <message>
      <source>Choose files…</source>
      <translation>选择文件…</translation>
    </message>
    <message>
      <source>Choose…</source>
      <translation>请选择…</translation>
    </message>
    <message>
      <source>Clear</source>
      <translation>清除</translation>
    </message>
    <message>
      <source>Close anyway</source>
      <translation>仍然关闭</translation>
    </message>
    <message>
      <source>Close without keeping what you typed?</source>
      <translation>不保留已填内容并关闭吗？</translation>
    </message>
    <message>
      <source>Create case</source>
      <translation>创建案件</translation>
    </message>
    <message>
      <source>Done</source>
      <translation>已完成</translation>
    </message>
    <message>
      <source>Done on {when}</source>
      <translation>完成于 {when}</translation>
    </message>
    <message>
      <source>Drop files anywhere on this page, or</source>
      <translation>可把文件拖到本页任意位置，或</translation>
    </message>
    <message>
      <source>Drop screenshots or files here</source>
      <translation>把截图或文件拖到这里</translation>
    </message>
    <message>
      <source>Earlier rounds</source>
      <translation>之前的记录</translation>
    </message>
    <message>
      <source>Flow: {name}</source>
      <translation>流程：{name}</translation>
    </message>
    <message>
      <source>For example: solved by phone already</source>
      <translation>例如：电话已经解决</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>Go to: {field}</source>
      <translation>前往：{field}</translation>
    </message>
    <message>
      <source>Good to know</source>
      <translation>提示</translation>
    </message>
    <message>
      <source>HH:MM</source>
      <translation>时:分</translation>
    </message>
    <message>
      <source>How did this step end?</source>
      <translation>这一步结果如何？</translation>
    </message>
    <message>
      <source>If not that, then</source>
      <translation>做不到时</translation>
    </message>
    <message>
      <source>Its file '{key}' is gone or can't be read. Nothing of the case is lost: you can read it here, export it and look at its timeline and evidence. To go on, add the file again.</source>
      <translation>它的文件“{key}”不见了或读不了。案件一点也没丢：可以在这里查看、导出，也能看时间线和证据。要继续办，请重新添加该文件。</translation>
    </message>
    <message>
      <source>Keep it open</source>
      <translation>先不跳过</translation>
    </message>
    <message>
      <source>Kind</source>
      <translation>类别</translation>
    </message>
    <message>
      <source>Longer than fits here; kept as typed. Please shorten it.</source>
      <translation>内容过长，已按原样保存，请适当缩短。</translation>
    </message>
    <message>
      <source>Mark done</source>
      <translation>标为完成</translation>
    </message>
    <message>
      <source>More advice ({n})</source>
      <translation>更多提示（{n}）</translation>
    </message>
    <message>
      <source>More demands than fit, or one that is too long; kept as written.</source>
      <translation>诉求太多，或某一条过长；已按原样保存。</translation>
    </message>
    <message>
      <source>Move down</source>
      <translation>下移</translation>
    </message>
    <message>
      <source>Move up</source>
      <translation>上移</translation>
    </message>
    <message>
      <source>Name</source>
      <translation>姓名</translation>
    </message>
    <message>
      <source>New case</source>
      <translation>新建案件</translation>
    </message>
    <message>
      <source>Next</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>Next step</source>
      <translation>下一步</translation>
    </message>
    <message>
      <source>Next: {step}</source>
      <translation>下一步：{step}</translation>
    </message>
    <message>
      <source>No field was filled in.</source>
      <translation>没有填写内容。</translation>
    </message>
    <message>
      <source>None of the answers listed; kept as written.</source>
      <translation>不在所列选项中，已按原样保存。</translation>
    </message>
    <message>
      <source>Not a date yet; kept as typed. For example 2026-11-22.</source>
      <translation>还不是完整的日期，已按原样保存。例如 2026-11-22。</translation>
    </message>
    <message>
      <source>Not a phone number yet; kept as typed.</source>
      <translation>还不是完整的电话号码，已按原样保存。</translation>
    </message>
    <message>
      <source>Not a time yet; kept as typed. For example 14:05.</source>
      <translation>还不是完整的时间，已按原样保存。例如 14:05。</translation>
    </message>
    <message>
      <source>Not an amount yet; kept as typed. For example 1234.50.</source>
      <translation>还不是完整的金额，已按原样保存。例如 1234.50。</translation>
    </message>
    <message>
      <source>Not complete yet; kept as typed.</source>
      <translation>还不完整，已按原样保存。</translation>
    </message>
    <message>
      <source>Not saved yet: {reason}</source>
      <translation>尚未保存：{reason}</translation>
    </message>
    <message>
      <source>Nothing to do until {date}; then: {step}</source>
      <translation>{date} 之前无需处理，之后：{step}</translation>
    </message>
    <message>
      <source>Now</source>
      <translation>现在</translation>
    </message>
    <message>
      <source>One line for your list. You can change it at any time.</source>
      <translation>写一行，方便在列表里辨认，以后可以随时修改。</translation>
    </message>
    <message>
      <source>Open</source>
      <translation>未完成</translation>
    </message>
    <message>
      <source>Open the calendar</source>
      <translation>打开日历</translation>
    </message>
    <message>
      <source>Paste a screenshot</source>
      <translation>粘贴截图</translation>
    </message>
    <message>
      <source>Pasted picture {n}</source>
      <translation>粘贴的图片 {n}</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>电话</translation>
    </message>
    <message>
      <source>Pick from the calendar</source>
      <translation>从日历选择</translation>
    </message>
    <message>
      <source>Playbooks…</source>
      <translation>流程…</translation>
    </message>
    <message>
      <source>Please choose how it ended; then it can be recorded.</source>
      <translation>请先选择结果，然后即可记录。</translation>
    </message>
    <message>
      <source>Previous step</source>
      <translation>上一步</translation>
    </message>
    <message>
      <source>Record again</source>
      <translation>再记录一次</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <source>Remove this person</source>
      <translation>移除此人</translation>
    </message>
    <message>
      <source>Reopen to correct</source>
      <translation>重新打开以更正</translation>
    </message>
    <message>
      <source>Required</source>
      <translation>必填</translation>
    </message>
    <message>
      <source>Role</source>
      <translation>身份</translation>
    </message>
    <message>
      <source>Round {n}</source>
      <translation>第 {n} 次</translation>
    </message>
    <message>
      <source>Round {n} · {when}</source>
      <translation>第 {n} 次 · {when}</translation>
    </message>
    <message>
      <source>Skip this step</source>
      <translation>跳过这一步</translation>
    </message>
    <message>
      <source>Skipped</source>
      <translation>已跳过</translation>
    </message>
    <message>
      <source>Skipped on {when}</source>
      <translation>跳过于 {when}</translation>
    </message>
    <message>
      <source>Skipped: {reason}</source>
      <translation>已跳过：{reason}</translation>
    </message>
    <message>
      <source>Skip…</source>
      <translation>跳过…</translation>
    </message>
    <message>
      <source>Step {n} of {all} · {phase}</source>
      <translation>第 {n} / {all} 步 · {phase}</translation>
    </message>
    <message>
      <source>Still empty, and usually asked for. You can finish without it:</source>
      <translation>以下内容还没填，通常会用到。不填也可以完成：</translation>
    </message>
    <message>
      <source>Take out: {name}</source>
      <translation>移除：{name}</translation>
    </message>
    <message>
      <source>The basics</source>
      <translation>基本信息</translation>
    </message>
    <message>
      <source>The case is closed. Nothing is left to do.</source>
      <translation>案件已结束，没有待办。</translation>
    </message>
    <message>
      <source>The draft could not be saved.</source>
      <translation>草稿未能保存。</translation>
    </message>
    <message>
      <source>The first evidence</source>
      <translation>第一份证据</translation>
    </message>
    <message>
      <source>The playbook of this case is not here</source>
      <translation>本案的流程文件不在</translation>
    </message>
    <message>
      <source>The waiting counts up to this day. You can add it later.</source>
      <translation>等待会算到这一天，也可以以后再填。</translation>
    </message>
    <message>
      <source>There is no picture and no file in the clipboard.</source>
      <translation>剪贴板里没有图片或文件。</translation>
    </message>
    <message>
      <source>This list of people could not be read; kept as written.</source>
      <translation>这份联系人无法识别，已按原样保存。</translation>
    </message>
    <message>
      <source>Title of the case</source>
      <translation>案件标题</translation>
    </message>
    <message>
      <source>To be verified</source>
      <translation>待核实</translation>
    </message>
    <message>
      <source>Today</source>
      <translation>今天</translation>
    </message>
    <message>
      <source>Try again</source>
      <translation>重试</translation>
    </message>
    <message>
      <source>Undo</source>
      <translation>撤销</translation>
    </message>
    <message>
      <source>What is it about?</source>
      <translation>是什么问题？</translation>
    </message>
    <message>
      <source>What is recorded</source>
      <translation>已记录的内容</translation>
    </message>
    <message>
      <source>What should happen</source>
      <translation>希望怎样处理</translation>
    </message>
    <message>
      <source>What should happen, in one sentence</source>
      <translation>希望怎样处理，一句话说清</translation>
    </message>
    <message>
      <source>What was written</source>
      <translation>写下的内容</translation>
    </message>
    <message>
      <source>What you could also live with</source>
      <translation>退一步，怎样也可以接受</translation>
    </message>
    <message>
      <source>What you typed is still here and will be saved with your next change.</source>
      <translation>您写的内容还在，下次修改时会再次保存。</translation>
    </message>
    <message>
      <source>Why is this step skipped?</source>
      <translation>为什么跳过这一步？</translation>
    </message>
    <message>
      <source>Why this step</source>
      <translation>为什么要做这一步</translation>
    </message>
    <message>
      <source>Worth keeping as evidence</source>
      <translation>建议留存的证据</translation>
    </message>
    <message>
      <source>Write a reason first</source>
      <translation>请先写明原因</translation>
    </message>
    <message>
      <source>YYYY-MM-DD</source>
      <translation>年-月-日</translation>
    </message>
    <message>
      <source>checked {date}</source>
      <translation>核对于 {date}</translation>
    </message>
    <message>
      <source>{n} of {all}</source>
      <translation>第 {n} 页，共 {all} 页</translation>
    </message>
    <message>
      <source>{step}: recorded</source>
      <translation>{step}：已记录</translation>
    </message>
    <message>
      <source>{step}: skipped</source>
      <translation>{step}：已跳过</translation>
    </message>
  </context>
  <context>
    <name>Words</name>
    <message numerus="yes">
      <source>%n line(s) may well be wrong.</source>
      <translation>
        <numerusform>有 %n 行很可能不准确。</numerusform>
      </translation>
    </message>
    <message>
      <source>A password protects the file, so its words can't be read.</source>
      <translation>文件有密码保护，无法读取文字。</translation>
    </message>
    <message>
      <source>Amount</source>
      <translation>金额</translation>
    </message>
    <message>
      <source>Back to what was read</source>
      <translation>恢复识别结果</translation>
    </message>
    <message>
      <source>Command copied</source>
      <translation>命令已复制</translation>
    </message>
    <message>
      <source>Copy the command</source>
      <translation>复制命令</translation>
    </message>
    <message>
      <source>Date</source>
      <translation>日期</translation>
    </message>
    <message>
      <source>For a contact record</source>
      <translation>可用于沟通记录</translation>
    </message>
    <message>
      <source>Found in these words. Compare with the picture; only what you choose is used.</source>
      <translation>从上面的文字里找到。请与图片核对；只有您选中的才会采用。</translation>
    </message>
    <message>
      <source>Go on</source>
      <translation>继续</translation>
    </message>
    <message>
      <source>In the draft</source>
      <translation>已放入草稿</translation>
    </message>
    <message>
      <source>Keep the correction</source>
      <translation>保存更正</translation>
    </message>
    <message>
      <source>No words have been read from this file.</source>
      <translation>还没有从这个文件读到文字。</translation>
    </message>
    <message>
      <source>No words were found in this picture.</source>
      <translation>这张图片里没有找到文字。</translation>
    </message>
    <message>
      <source>Open the contact record</source>
      <translation>打开沟通记录</translation>
    </message>
    <message>
      <source>Pause</source>
      <translation>暂停</translation>
    </message>
    <message>
      <source>Phone</source>
      <translation>电话</translation>
    </message>
    <message>
      <source>Progress of reading</source>
      <translation>读取进度</translation>
    </message>
    <message>
      <source>Promised by</source>
      <translation>承诺日期</translation>
    </message>
    <message>
      <source>Read all pictures from now on</source>
      <translation>今后读取所有图片</translation>
    </message>
    <message>
      <source>Read the picture again</source>
      <translation>重新读取图片</translation>
    </message>
    <message>
      <source>Read this page</source>
      <translation>读取这一页</translation>
    </message>
    <message>
      <source>Reading paused</source>
      <translation>已暂停读取</translation>
    </message>
    <message>
      <source>Reading this page…</source>
      <translation>正在读取这一页…</translation>
    </message>
    <message>
      <source>Reading took too long and was stopped. The file is unchanged.</source>
      <translation>读取时间太长，已停止。文件没有改动。</translation>
    </message>
    <message>
      <source>Reading words</source>
      <translation>正在读取文字</translation>
    </message>
    <message>
      <source>Reference number</source>
      <translation>受理编号</translation>
    </message>
    <message>
      <source>Show where it stands</source>
      <translation>指出它在哪里</translation>
    </message>
    <message>
      <source>Staff number</source>
      <translation>工号</translation>
    </message>
    <message>
      <source>The file holds no words on this page.</source>
      <translation>文件的这一页没有文字。</translation>
    </message>
    <message>
      <source>The picture is too large to be read. The file is unchanged.</source>
      <translation>图片太大，无法读取。文件没有改动。</translation>
    </message>
    <message>
      <source>The words of pictures are not read yet. Reading happens on this computer only, in the background: a few seconds and up to 1 GB of memory for each screenshot, longer on an old computer.</source>
      <translation>图片里的文字还没有读取。读取只在这台电脑的后台进行：每张截图需要几秒钟、最多 1 GB 内存，旧电脑会慢一些。</translation>
    </message>
    <message>
      <source>These words are right</source>
      <translation>文字无误</translation>
    </message>
    <message>
      <source>This page could not be read. The file is unchanged.</source>
      <translation>这一页无法读取。文件没有改动。</translation>
    </message>
    <message>
      <source>Use</source>
      <translation>采用</translation>
    </message>
    <message>
      <source>Use {what}: {value}</source>
      <translation>采用{what}：{value}</translation>
    </message>
    <message>
      <source>Waiting to be read.</source>
      <translation>等待读取。</translation>
    </message>
    <message>
      <source>Words inside pictures can be read by an optional part that is not installed (about 400 MB). It works on this computer only. To get it, run this command, then start the app again:
{command}
Everything else works without it.</source>
      <translation>读取图片里的文字需要一个可选部件，目前没有安装（约 400 MB）。它只在这台电脑上工作。如需安装，请运行下面的命令，然后重新打开本程序：
{command}
不安装也不影响其他功能。</translation>
    </message>
    <message>
      <source>Words inside pictures can't be read by this packed program: it comes without that part, which takes about 400 MB. WalletCase installed with Python can have it. Everything else works without it.</source>
      <translation>这个打包版本不能读取图片里的文字：它不带这个部件（约 400 MB）。用 Python 安装的 WalletCase 可以使用它。其他功能不受影响。</translation>
    </message>
    <message>
      <source>Words on this page</source>
      <translation>本页文字</translation>
    </message>
    <message>
      <source>checked by you</source>
      <translation>您已核对</translation>
    </message>
    <message>
      <source>from the file itself</source>
      <translation>文件自带</translation>
    </message>
    <message>
      <source>machine-read, please check</source>
      <translation>机器识别，请核对</translation>
    </message>
    <message>
      <source>not readable: {n}</source>
      <translation>无法读取：{n}</translation>
    </message>
    <message>
      <source>{done} of {total}</source>
      <translation>{done} / {total}</translation>
    </message>
  </context>
  <context>
    <name>Years</name>
    <message numerus="yes">
      <source>%n open deadline(s) change</source>
      <translation>
        <numerusform>有 %n 个进行中的期限会变动</numerusform>
      </translation>
    </message>
    <message>
      <source>Back</source>
      <translation>返回</translation>
    </message>
    <message>
      <source>Calendar years</source>
      <translation>日历年份</translation>
    </message>
    <message>
      <source>Choose a year's notice (JSON or CSV)</source>
      <translation>选择放假通知文件（JSON 或 CSV）</translation>
    </message>
    <message>
      <source>Close</source>
      <translation>关闭</translation>
    </message>
    <message>
      <source>Dates now follow the notice for {year}</source>
      <translation>已按 {year} 年的通知计算</translation>
    </message>
    <message>
      <source>Estimated</source>
      <translation>估算</translation>
    </message>
    <message>
      <source>Import a year's notice…</source>
      <translation>导入放假通知…</translation>
    </message>
    <message>
      <source>Imported</source>
      <translation>已导入</translation>
    </message>
    <message>
      <source>No open deadline changes.</source>
      <translation>没有进行中的期限会变动。</translation>
    </message>
    <message>
      <source>Not published as far as this app knows: import the notice once it is out</source>
      <translation>就本程序所知尚未公布；通知公布后请导入</translation>
    </message>
    <message>
      <source>Notice for {year}</source>
      <translation>{year} 年放假通知</translation>
    </message>
    <message>
      <source>Published</source>
      <translation>已公布</translation>
    </message>
    <message>
      <source>Remove</source>
      <translation>移除</translation>
    </message>
    <message>
      <source>Remove the notice for {year}</source>
      <translation>移除 {year} 年的通知</translation>
    </message>
    <message>
      <source>Remove the notice for {year}?</source>
      <translation>要移除 {year} 年的通知吗？</translation>
    </message>
    <message>
      <source>Take it over</source>
      <translation>采用</translation>
    </message>
    <message>
      <source>Takes the place of an earlier import.</source>
      <translation>将取代以前导入的通知。</translation>
    </message>
    <message>
      <source>Takes the place of the published calendar that came with the app.</source>
      <translation>将取代程序自带的已公布日历。</translation>
    </message>
    <message>
      <source>This year was estimated until now.</source>
      <translation>这一年此前按“预计”计算。</translation>
    </message>
    <message>
      <source>Working days follow the State Council's notice for each year. A year without one is estimated, and dates in it are marked so.</source>
      <translation>工作日以国务院每年的放假通知为准。还没有通知的年份按“预计”计算，涉及的日期都会标明。</translation>
    </message>
    <message>
      <source>before: {old}
after: {new}</source>
      <translation>原来：{old}
之后：{new}</translation>
    </message>
    <message>
      <source>{dates} (estimated)</source>
      <translation>{dates}（预计）</translation>
    </message>
    <message>
      <source>{file}: {off} days off, {work} make-up working days</source>
      <translation>{file}：放假 {off} 天，调休上班 {work} 天</translation>
    </message>
    <message>
      <source>{off} days off, {work} make-up working days; {source}</source>
      <translation>放假 {off} 天，调休上班 {work} 天；{source}</translation>
    </message>
  </context>
</TS>
