"""The rules of Asian and African languages on texts in the shapes of their sites: furniture goes, prose stays.

Lines with + stay, lines with - are removed. The prose uses the words of the furniture: share, related, comment, rights.
"""

import pytest

from cleaner import Cleaner
from cleaner.rules.settings import Settings
from cleaner.text.functionwords import Language

PAGES = {
    Language.ARABIC: """\
- الرئيسية
- سياسة
- اقتصاد
- رياضة
+ المدينة تصلح جسرها القديم
- نشر في: 4 مارس 2024 - 10:15
+ أعلنت بلدية وادي الزيتون أن جسرها القديم سيغلق شهرين للإصلاح. وقال المهندس سالم إن الحجارة تحركت بعد أمطار الشتاء.
- إقرأ أيضاً: سوق الجمعة ينتقل إلى الساحة الكبيرة
+ شارك في الاجتماع عشرون تاجرا، وطالبوا بطريق بديل. وكتب أحدهم في تعليق طويل أن جميع الحقوق محفوظة لأهل السوق،\
 فضحك الحاضرون.
+ اقرأ أيضا ما كتبه المؤرخون عن الجسر، قال المعلم لتلاميذه. فهو أقدم من المدينة نفسها، وقد عبره المسافرون قبل\
 تسعة قرون.
- شارك الخبر
- تابعونا على فيسبوك
- الأكثر قراءة
- أسعار الزيت ترتفع
- جميع الحقوق محفوظة © 2024
""",
    Language.BENGALI: """\
- প্রচ্ছদ
- জাতীয়
- খেলা
+ পুরোনো সেতু মেরামত হবে
- প্রকাশ: ০৪ মার্চ ২০২৪, ১০:১৫
+ নীলখালী পৌরসভা জানিয়েছে, পুরোনো সেতুটি দুই মাস বন্ধ থাকবে। প্রকৌশলী রহিমা বলেন, শীতের পর কয়েকটি পাথর সরে গেছে।
- আরও পড়ুন: হাটের দিন বদলে গেল নীলখালীতে
+ সভায় ব্যবসায়ীরা তাঁদের মতামত জানান। একজন মন্তব্য করেন যে বিকল্প রাস্তা ছাড়া হাট চলবে না, আর সবাই তা শেয়ার করেন।
+ আরও পড়ুন, আরও জানুন, শিক্ষক ছাত্রদের বলেন। সেতুটির বয়স তিন শ বছরের বেশি, আর তার ছবি এখনো স্কুলের দেয়ালে আছে।
- শেয়ার করুন
- সর্বাধিক পঠিত
- নৌকার ভাড়া বাড়ছে
- সর্বস্বত্ব সংরক্ষিত © ২০২৪
""",
    Language.CHINESE: """\
- 首页
- 国内
- 财经
+ 老桥将封闭两个月
- 2024-03-04 10:15 来源：石溪日报 字号：大 中 小
+ 石溪镇政府宣布，老桥将封闭两个月进行维修。工程师何青说，去年冬天的大雨之后，桥上的几块石头已经松动了。
- 相关阅读：石溪集市迁往南广场
+ 会上，二十位商户分享了各自的看法。有人评论说，没有便道，集市就办不下去；还有人提醒，图纸的版权所有者是已故的石匠\
一家。
+ 相关的史料很多，责任编辑花了三年才整理完毕。书里写道，老桥建成的时候，石溪还只是一个渡口，往来的人要在岸边过夜。
- （责任编辑：何小溪）
- 分享到：微信 微博
- 热门文章
- 渡船票价上涨
- 版权所有：石溪日报社 未经授权禁止转载
""",
    Language.HEBREW: """\
- דף הבית
- חדשות
- ספורט
+ הגשר הישן ייסגר לשיפוץ
- פורסם: 4.3.2024, 10:15
+ עיריית נחל האלון הודיעה שהגשר הישן ייסגר לחודשיים לצורך שיפוץ. המהנדסת אמרה שכמה אבנים זזו ממקומן אחרי גשמי החורף.
- קראו גם: שוק יום שישי עובר לכיכר הגדולה
+ בישיבה שיתפו הסוחרים את העירייה בחששות שלהם. אחד מהם העיר בתגובה ארוכה שכל הזכויות שמורות לתושבים, והקהל צחק.
+ קראו גם את מה שכתבו ההיסטוריונים, אמר המורה לתלמידיו. הגשר עתיק מן העיר עצמה, ושיירות עברו בו לפני שש מאות שנה.
- שתפו בפייסבוק
- הנקראות ביותר
- מחיר המעבורת יעלה
- תנאי שימוש
- © 2024 כל הזכויות שמורות
""",
    Language.HINDI: """\
- होम
- देश
- खेल
+ पुराना पुल दो महीने बंद रहेगा
- Updated: 4 मार्च 2024, 10:15 AM IST
+ सोनघाट नगर पालिका ने बताया कि पुराना पुल मरम्मत के लिए दो महीने बंद रहेगा। अभियंता मीरा ने कहा कि सर्दियों के\
 बाद कुछ पत्थर खिसक गए हैं।
- ये भी पढ़ें: सोनघाट का हाट बड़े मैदान में लगेगा
+ बैठक में बीस व्यापारियों ने अपनी राय साझा की। एक ने टिप्पणी की कि रास्ते के बिना हाट नहीं चलेगा, और उससे\
 संबंधित खबरें पहले भी छपी थीं।
+ यह भी पढ़ें और समझें, शिक्षक ने बच्चों से कहा। पुल शहर से भी पुराना है और उस पर से कारवां गुज़रते थे।
- शेयर करें
- संबंधित खबरें
- नाव का किराया बढ़ेगा
- कॉपीराइट © 2024 सर्वाधिकार सुरक्षित
""",
    Language.INDONESIAN_OR_MALAY: """\
- Beranda
- Nasional
- Ekonomi
+ Jembatan tua akan ditutup dua bulan
- Senin, 4 Maret 2024 | 10:15 WIB
+ Pemerintah kota Batuampar mengumumkan bahwa jembatan tua akan ditutup selama dua bulan. Insinyur Wulan\
 mengatakan beberapa batu bergeser setelah hujan.
- Baca juga: Pasar Jumat pindah ke lapangan besar
+ Dalam rapat itu dua puluh pedagang membagikan kekhawatiran mereka. Seorang di antaranya berkomentar bahwa\
 berita terkait jembatan sudah lama beredar.
+ Baca juga yang ditulis para ahli sejarah, kata guru itu kepada murid-muridnya. Jembatan itu lebih tua daripada\
 kotanya dan dahulu dilewati pedagang.
- Bagikan artikel ini
- Simak berita pilihan kami setiap hari di saluran WhatsApp Batuampar Pos
- Terpopuler
- Tarif kapal naik lagi
- © 2024 Batuampar Pos. Hak cipta dilindungi undang-undang
""",
    Language.JAPANESE: """\
- ホーム
- 経済
- スポーツ
+ 古い橋、二か月の通行止め
- 公開日：2024年3月4日 10時15分
+ 石川原町は、古い橋を修理のために二か月閉鎖すると発表した。技師の森さんによると、冬の雨で石がいくつか動いたという。
- 【関連記事】金曜市、南広場へ移る
+ 会議では商店主二十人が心配を共有した。ある人は、迂回路がなければ市は開けないとコメントし、拍手を受けた。
+ 関連記事を集めた本もあると、教師は子どもたちに話した。橋は町より古く、昔は旅人がこの岸で夜を明かした。
- この記事をシェアする
- あわせて読みたい
- 渡し船の運賃が上がる
- 記事の無断転載を禁じます。
""",
    Language.KOREAN: """\
- 정치
- 경제
- 스포츠
+ 오래된 다리 두 달 동안 닫는다
- 입력 2024.03.04 10:15
+ 돌내읍은 오래된 다리를 고치려고 두 달 동안 닫는다고 밝혔다. 기술자 문가람 씨는 겨울비 뒤에 돌 몇 개가\
 움직였다고 말했다.
- [관련기사] : 금요 장터 남쪽 마당으로 옮긴다
+ 회의에서 상인 스무 명이 걱정을 공유했다. 한 사람은 길이 없으면 장이 서지 않는다고 댓글을 남겼고, 무단 전재를\
 금지해 달라는 말도 나왔다.
+ 관련 기사를 모은 책도 있다고 교사는 아이들에게 말했다. 다리는 읍보다 오래되었고, 옛날에는 나그네가 강가에서\
 밤을 새웠다.
- 문가람 기자 garam@example.com
- <저작권자 ⓒ 돌내신문, 무단 전재 및 재배포 금지>
- 많이 본 뉴스
- 나룻배 요금 오른다
- 개인정보처리방침
""",
    Language.PERSIAN: """\
- صفحه اصلی
- سیاسی
- ورزشی
+ پل قدیمی دو ماه بسته می‌شود
- تاریخ انتشار: ۱۴ اسفند ۱۴۰۲ - ۱۰:۱۵
+ شهرداری چشمه‌سنگ اعلام کرد که پل قدیمی برای تعمیر دو ماه بسته می‌شود. مهندس نیلوفر گفت که پس از باران زمستان\
 چند سنگ جابه‌جا شده است.
- بيشتر بخوانيد: بازار جمعه به میدان بزرگ می‌رود
+ در جلسه بیست بازرگان نگرانی خود را به اشتراک گذاشتند. یکی از آنان نظر داد که بدون راه دیگر، بازار نمی‌چرخد و\
 اخبار مرتبط با پل کهنه شده است.
+ بیشتر بخوانید و بدانید، معلم به بچه‌ها گفت. این پل از خود شهر کهن‌تر است و کاروان‌ها از روی آن می‌گذشتند.
- اشتراک‌گذاری در تلگرام
- پربازدیدترین اخبار
- کرایه قایق گران می‌شود
- کلیه حقوق این سایت محفوظ است.
""",
    Language.SWAHILI: """\
- Kitaifa
- Biashara
- Michezo
+ Daraja la zamani litafungwa miezi miwili
- Imechapishwa: 4 Machi 2024 10:15
+ Manispaa ya Mawendo ilitangaza kuwa daraja la zamani litafungwa kwa miezi miwili. Mhandisi Zuhura alisema mawe\
 kadhaa yamesogea baada ya mvua.
- Soma pia: Soko la Ijumaa lahamia uwanja mkubwa
+ Katika mkutano huo wafanyabiashara walishiriki wasiwasi wao na baraza. Mmoja alitoa maoni kwamba soko haliwezi\
 kuendelea bila njia nyingine ya kupita.
+ Soma pia walichoandika wanahistoria, mwalimu aliwaambia wanafunzi wake. Daraja hilo ni la kale kuliko mji\
 wenyewe na misafara ilipita juu yake.
- Shiriki makala hii
- Zilizosomwa zaidi
- Nauli ya kivuko yapanda
- © 2024 Habari za Mawendo. Haki zote zimehifadhiwa
""",
    Language.THAI: """\
- หน้าแรก
- การเมือง
- กีฬา
+ สะพานเก่าปิดสองเดือน
- 4 มีนาคม 2567 10:15 น.
+ เทศบาลหินธารประกาศว่าสะพานเก่าจะปิดซ่อมเป็นเวลาสองเดือน\
 วิศวกรบอกว่าหลังฝนในฤดูหนาวหินหลายก้อนเคลื่อนออกจากที่เดิม และไม่มีใครควรเดินข้ามในตอนนี้
- ข่าวที่เกี่ยวข้อง: ตลาดนัดวันศุกร์ย้ายไปลานใหญ่
+ ในที่ประชุมพ่อค้าแม่ค้ายี่สิบคนแบ่งปันความกังวลกับเทศบาล\
 คนหนึ่งแสดงความคิดเห็นว่าถ้าไม่มีทางเลี่ยงตลาดก็เปิดไม่ได้ และข่าวที่เกี่ยวข้องกับสะพานก็มีมานานแล้ว
+ อ่านเพิ่มเติมได้ในหนังสือของนักประวัติศาสตร์ ครูบอกกับเด็กนักเรียน สะพานนี้เก่ากว่าตัวเมืองเสียอีก\
 และในอดีตพ่อค้าเกวียนเคยข้ามที่นี่ทุกเช้า
- แชร์ข่าวนี้
- ข่าวยอดนิยม
- ค่าเรือข้ามฟากขึ้น
- สงวนลิขสิทธิ์ 2567
""",
    Language.URDU: """\
- صفحہ اول
- پاکستان
- کھیل
+ پرانا پل دو ماہ بند رہے گا
- شائع: 4 مارچ 2024 10:15
+ سنگ چشمہ کی بلدیہ نے بتایا کہ پرانا پل مرمت کے لیے دو ماہ بند رہے گا۔ انجینئر نادیہ نے کہا کہ سردیوں کی بارش\
 کے بعد کچھ پتھر کھسک گئے ہیں۔
- یہ بھی پڑھیں: جمعہ بازار بڑے میدان میں لگے گا
+ اجلاس میں بیس تاجروں نے اپنی رائے دی۔ ایک نے تبصرہ کیا کہ راستے کے بغیر بازار نہیں چلے گا اور متعلقہ خبریں\
 پہلے بھی چھپ چکی ہیں۔
+ یہ بھی پڑھیں اور سمجھیں، استاد نے بچوں سے کہا۔ پل شہر سے بھی پرانا ہے اور اس پر سے قافلے گزرتے تھے۔
- فیس بک پر شیئر کریں
- تازہ ترین خبریں
- کشتی کا کرایہ بڑھے گا
- جملہ حقوق محفوظ ہیں
""",
    Language.VIETNAMESE: """\
- Trang chủ
- Thời sự
- Thể thao
+ Cầu cũ sẽ đóng hai tháng
- Thứ hai, 4/3/2024, 10:15 (GMT+7)
+ Thị xã Suối Đá thông báo cây cầu cũ sẽ đóng cửa hai tháng để sửa chữa. Kỹ sư Lan cho biết sau những cơn mưa\
 mùa đông, vài viên đá đã xê dịch.
- Tin liên quan: Chợ phiên thứ sáu dời sang sân lớn của thị xã
+ Tại cuộc họp, hai mươi tiểu thương chia sẻ nỗi lo với chính quyền. Một người bình luận rằng không có đường\
 tránh thì chợ không họp được.
+ Xem thêm những gì các nhà sử học đã viết, thầy giáo bảo học trò. Cây cầu còn già hơn cả thị xã, và ngày xưa\
 các đoàn buôn đều đi qua đây.
- Chia sẻ bài viết
- Đọc nhiều nhất
- Giá vé phà sẽ tăng
- © 2024 Báo Suối Đá. Giữ bản quyền nội dung
""",
}
# What encyclopedias print above lists of their own, which are true text.
HEADINGS = {
    Language.ARABIC: "انظر أيضا",
    Language.BENGALI: "আরও দেখুন",
    Language.CHINESE: "延伸阅读",
    Language.HEBREW: "לקריאה נוספת",
    Language.HINDI: "इन्हें भी देखें",
    Language.INDONESIAN_OR_MALAY: "Lihat pula",
    Language.JAPANESE: "関連項目",
    Language.KOREAN: "같이 보기",
    Language.PERSIAN: "جستارهای وابسته",
    Language.SWAHILI: "Tazama pia",
    Language.THAI: "ดูเพิ่ม",
    Language.URDU: "مزید دیکھیے",
    Language.VIETNAMESE: "Xem thêm",
}
EACH_PAGE = [pytest.param(sketch, id=language.english_name) for language, sketch in PAGES.items()]


def lines(sketch: str, signs: str) -> str:
    return "\n\n".join(line[2:] for line in sketch.splitlines() if line[0] in signs)


@pytest.fixture(scope="module")
def by_rules_alone() -> Cleaner:
    return Cleaner(settings=Settings(heuristics=False))


@pytest.fixture(scope="module")
def by_rules_of_all_languages() -> Cleaner:
    return Cleaner(settings=Settings(heuristics=False, language=tuple(Language)))


@pytest.mark.parametrize("sketch", EACH_PAGE)
def test_rules_find_the_furniture_of_a_page(sketch: str, by_rules_alone: Cleaner) -> None:
    result = by_rules_alone.clean(lines(sketch, "+-"))
    assert result.text == lines(sketch, "+")
    assert result.problems == ()


@pytest.mark.parametrize("sketch", EACH_PAGE)
def test_an_article_keeps_every_word_under_the_rules_of_all_languages(
    sketch: str, by_rules_of_all_languages: Cleaner
) -> None:
    article = lines(sketch, "+")
    assert by_rules_of_all_languages.clean(article).text == article


@pytest.mark.parametrize(
    ("language", "heading"),
    [pytest.param(*item, id=item[0].english_name) for item in HEADINGS.items()],
)
def test_the_lists_of_an_encyclopedia_stay(
    language: Language, heading: str, by_rules_of_all_languages: Cleaner
) -> None:
    article = lines(PAGES[language], "+") + f"\n\n{heading}\n\n{lines(PAGES[language], '+').splitlines()[0]}"
    assert by_rules_of_all_languages.clean(article).text == article
