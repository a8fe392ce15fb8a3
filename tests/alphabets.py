"""A title and three sentences each in many scripts, with the joiners and marks that their spelling needs."""

from collections.abc import Sequence
from typing import NamedTuple
from unicodedata import normalize


class Sentences(NamedTuple):
    title: str
    sentences: Sequence[str]

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Three paragraphs, each with the sentences in another order."""
        first, second, third = self.sentences
        return tuple(
            " ".join(order) for order in ((first, second, third), (second, third, first), (third, first, second))
        )


ENGLISH = (
    "The ferry at Orrin Sound takes 24 people 🧑‍🌾👩🏽‍🔬 and a dog, and ❤️ is painted on its bow.",
    "The flag of Scotland 🏴󠁧󠁢󠁳󠁣󠁴󠁿 hangs beside the clock, and the keeper 👨‍👩‍👧‍👦 lives above the shed.",
    "When the tide is out 1️⃣ bell rings, and nobody crosses until two have rung.",
)
GERMAN = (
    "Die Donau\u00addampf\u00adschiff\u00adfahrt bei Lauen ruht seit dem Herbst, weil der Pegel gefallen ist.",
    "Der Fähr\u00admeister hat das Boot auf den Hang gezogen und die Planken mit Leinöl gestrichen.",
    "Im Früh\u00adjahr soll es wieder fahren, sobald die Brücken\u00adpfeiler geprüft sind.",
)
VIETNAMESE = (
    "Ban quản lý bến đò Sông Lam sẽ sửa lại cầu tàu trước mùa nước lớn năm nay.",
    "Người lái đò kể rằng ông đã chở học trò qua sông hơn ba mươi năm.",
    "Những tấm ván mới được đóng bằng gỗ lim, vì gỗ thông chóng mục.",
)
KOREAN = (
    "강 건너 나루터에서 노를 젓던 사람이 올봄에 배를 새로 칠했다.",
    "아이들은 학교가 끝나면 물가에 모여 돌을 던지며 배를 기다린다.",
    "다리가 놓인 뒤에도 마을 사람들은 여전히 나룻배를 타고 장에 간다.",
)
GREEK = (
    "Ὁ πορθμεὺς τῆς Λίμνης ἔβαψε τὴν βάρκα του πρὶν ἀπὸ τὸν χειμῶνα.",
    "Οι γείτονες λένε πως το ξύλο είναι παλιό και πως θα χρειαστεί καινούργιο κατάρτι.",
    "Την άνοιξη θα περνά ξανά τους μαθητές στην απέναντι όχθη κάθε πρωί.",
)

SCRIPTS = {
    "Amharic": Sentences(
        "የወንዙ ጀልባ",
        (
            "የወንዙ ጀልባ በየቀኑ ጠዋት ተማሪዎችን ወደ ማዶ ያሻግራል።",
            "ጀልባ ነጂው አሮጌውን መቅዘፊያ በአዲስ እንጨት ቀየረው።",
            "ዝናብ ሲበዛ ማንም ሰው ወንዙን አይሻገርም፤ ሁሉም ይጠብቃል።",
        ),
    ),
    "Arabic, with harakat and tatweel": Sentences(
        "مَرْكَبُ النَّهْرِ القديم",
        (
            "يَعْبُرُ المَرْكَبُ النَّهْرَ كُلَّ صَبَاحٍ، ويَحْمِلُ التَّلامِيذَ إلى الضَّفَّةِ الأُخرى.",
            "قال المَلّاحُ إنّ الخشب قديـــم، وإنّه سيُبدَّل قبل الشتاء.",
            "كتب على لوحٍ صغير: «الله ـــ السلامة»، وعلّقه فوق الباب.",
        ),
    ),
    "Armenian": Sentences(
        "Գետի լաստանավը",
        (
            "Գետի լաստանավը ամեն առավոտ աշակերտներին տանում է մյուս ափը։",
            "Լաստավարը ասաց, որ հին տախտակները կփոխվեն մինչև ձմեռ։",
            "Իսկ ո՞վ կվճարի նոր ճոպանի համար, հարցրեց գյուղապետը։",
        ),
    ),
    "Bengali, with joiners and letters that no text in NFC has": Sentences(
        "নদীর খেয়া",
        (
            "নদীর খে\u09dfা প্রতিদিন সকালে ছাত্রদের ওপারে নিয়ে যায়।",
            "মাঝি বললেন, পুরোনো কাঠ বর্ষার আগে বদলানো হবে, র\u200d্যাকেটের মতো বৈঠাও।",
            "গা\u09dc্\u200cি থামলে লোকে উৎসাহে ঘাটের দিকে দৌ\u09dcা\u09df।",
        ),
    ),
    "Burmese": Sentences(
        "မြစ်ကူးလှေ",
        (
            "မြစ်ကူးလှေသည် မနက်တိုင်း ကျောင်းသားများကို တစ်ဖက်ကမ်းသို့ ပို့ပေးသည်။",
            "လှေသမားက သစ်သားဟောင်းများကို မိုးမတိုင်မီ လဲမည်ဟု ပြောသည်။",
            "ရေကြီးသည့်အခါ မည်သူမျှ မကူးကြဘဲ စောင့်နေကြသည်။",
        ),
    ),
    "emoji": Sentences("The ferry at Orrin Sound", ENGLISH),
    "Georgian": Sentences(
        "მდინარის ბორანი",
        (
            "მდინარის ბორანი ყოველ დილით მოსწავლეებს გაღმა ნაპირზე გადაჰყავს.",
            "მებორნემ თქვა, რომ ძველ ფიცრებს ზამთრამდე გამოცვლიან.",
            "წყალდიდობის დროს არავინ გადადის, ყველა ნაპირზე იცდის.",
        ),
    ),
    "German, with soft hyphens": Sentences("Die Donau\u00addampf\u00adschiff\u00adfahrt ruht", GERMAN),
    "Greek, decomposed": Sentences(normalize("NFD", "Η βάρκα της λίμνης"), tuple(normalize("NFD", s) for s in GREEK)),
    "Hebrew, with niqqud and marks of direction": Sentences(
        "סִירַת הַנָּהָר",
        (
            "הַסִּירָה חוֹצָה אֶת הַנָּהָר בְּכָל בֹּקֶר וּמַעֲבִירָה אֶת הַתַּלְמִידִים.",
            "המשיט אמר ש\u2067Ferry 12\u2069 תיצבע מחדש לפני החורף\u200f!",
            "\u200fבשעת שיטפון איש אינו עובר; כולם מחכים על הגדה, וגם הכלב (\u200e24\u200f).",
        ),
    ),
    "Hindi, with joiners and letters that no text in NFC has": Sentences(
        "नदी की पुरानी नाव",
        (
            "नदी की नाव हर सुबह विद्यार्थियों को पार ले जाती है और लौटकर किनारे पर खड़ी रहती है।",
            "मल्लाह ने कहा कि पुराने तख़्ते ब\u095cी बरसात से पहले बदले जाएँगे, जैसे क्\u200dषमा की चिट्ठी में लिखा था।",
            "बाढ़ में कोई पार नहीं जाता, सब प\u095d\u0947-लिखे लोग भी श्\u200cरी घाट पर रुकते हैं।",
        ),
    ),
    "Khmer, with zero width spaces": Sentences(
        "ទូក\u200bចម្លង\u200bទន្លេ",
        (
            "ទូក\u200bចម្លង\u200bដឹក\u200bសិស្ស\u200bទៅ\u200bត្រើយ\u200bម្ខាង\u200bរាល់\u200bព្រឹក។",
            "អ្នក\u200bចែវ\u200bទូក\u200bនិយាយ\u200bថា\u200bក្ដារ\u200bចាស់\u200bនឹង\u200bត្រូវ\u200bប្ដូរ\u200bមុន\u200bរដូវ\u200bវស្សា។",
            "ពេល\u200bទឹក\u200bឡើង\u200b គ្មាន\u200bអ្នក\u200bណា\u200bឆ្លង\u200bទេ។",
        ),
    ),
    "Korean, decomposed": Sentences(normalize("NFD", "나루터의 배"), tuple(normalize("NFD", s) for s in KOREAN)),
    "Lao": Sentences(
        "ເຮືອຂ້າມຟາກ",
        (
            "ເຮືອຂ້າມຟາກພານັກຮຽນໄປອີກຝັ່ງໜຶ່ງທຸກໆເຊົ້າ.",
            "ຄົນພາຍເຮືອເວົ້າວ່າໄມ້ເກົ່າຈະຖືກປ່ຽນກ່ອນລະດູຝົນ.",
            "ເມື່ອນ້ຳຖ້ວມ ບໍ່ມີໃຜຂ້າມ ທຸກຄົນລໍຖ້າຢູ່ແຄມຝັ່ງ.",
        ),
    ),
    "Malayalam, with chillu letters old and new": Sentences(
        "പുഴയിലെ കടത്തുവള്ളം",
        (
            "പുഴയിലെ കടത്തുവള്ളം എല്ലാ ദിവസവും രാവിലെ കുട്ടികളെ അക്കരെ എത്തിക്കുന്നു, അവന്\u200d പറഞ്ഞു.",
            "തോണിക്കാരന്\u200d പഴയ പലകകള്\u200d മഴയ്ക്കു മുമ്പ് മാറ്റും; അവൾ പുതിയ തുഴ വാങ്ങി.",
            "വെള്ളം പൊങ്ങുമ്പോള്\u200d ആരും കടക്കില്ല, തമിഴ്\u200cനാട്ടിൽ നിന്നു വന്നവരും കാത്തിരിക്കും.",
        ),
    ),
    "Mongolian, with variation selectors, a vowel separator and narrow spaces": Sentences(
        "ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠮᠣᠷᠢ",
        (
            "ᠮᠣᠩᠭᠣᠯ\u202fᠤᠨ ᠲᠠᠯ\u180eᠠ\u202fᠳᠤ ᠨᠢᠭᠡ ᠮᠣᠷᠢ ᠪᠠᠢᠢᠨ\u180eᠠ᠃",
            "ᠡᠵᠡᠨ ᠨᠢ ᠥᠷᠯᠦᠭᠡ ᠪᠦᠷᠢ ᠤᠰᠤ\u180b ᠠᠪᠴᠤ ᠢᠷᠡᠳᠡᠭ\u180c᠂ ᠳᠠᠷᠠᠭ\u180eᠠ ᠨᠢ ᠭᠡᠷ\u202fᠲᠡᠭᠡᠨ ᠬᠠᠷᠢᠳᠠᠭ᠃",
            "ᠡᠪᠦᠯ ᠪᠣᠯᠪᠠᠴᠤ ᠬᠡᠨ ᠴᠦ ᠶᠠᠭᠠᠷᠠᠳᠠᠭ ᠦᠭᠡᠢ᠂ ᠭᠠᠭᠴᠠ\u180d ᠰᠠᠯᠬᠢ ᠶᠠᠪᠤᠨ\u180eᠠ᠃",
        ),
    ),
    "Persian, with non-joiners": Sentences(
        "قایق قدیمی رنگ می\u200cشود",
        (
            "قایق رودخانه هر روز صبح دانش\u200cآموزان را به آن\u200cسوی آب می\u200cبرد.",
            "قایق\u200cران گفت که تخته\u200cهای کهنه پیش از زمستان عوض می\u200cشوند.",
            "هنگام سیل هیچ\u200cکس نمی\u200cگذرد و همه در کنار اسکله چشم\u200cبه\u200cراه می\u200cمانند.",
        ),
    ),
    "Sinhala, with joiners": Sentences(
        "ගඟේ තොටුපළ",
        (
            "ශ්\u200dරී නගරයේ තොටියා සෑම උදෑසනකම සිසුන් එතෙර කරයි.",
            "පැරණි ලෑලි වර්ෂාවට පෙර අලුත් කරන බව ප්\u200dරධාන තොටියා කීවේය.",
            "ගංවතුර කාලයේ කිසිවෙක් ගඟ තරණය නොකරති; විද්\u200dයාර්ථීහු බලා සිටිති.",
        ),
    ),
    "Tamil, with split vowels": Sentences(
        "ஆற்றுப் படகு",
        (
            "ஆற்றுப் படகு தினமும் காலையில் மாணவர்களை அக்கரைக்குக் க\u0bc6\u0bbeண்டு செல்கிறது.",
            "படக\u0bc7\u0bbeட்டி பழைய பலகைகளை மழைக்கு முன் மாற்றுவதாகச் சொன்னார்.",
            "வெள்ளம் வந்தால் யாரும் கடப்பதில்லை; எல்ல\u0bbeரும் கரையில் காத்திருப்பார்கள்.",
        ),
    ),
    "Telugu": Sentences(
        "నది పడవ",
        (
            "నది పడవ ప్రతి ఉదయం విద్యార్థులను అవతలి ఒడ్డుకు తీసుకెళుతుంది.",
            "పడవవాడు పాత పలకలను వానాకాలానికి ముందే మారుస్తానని చెప్పాడు, రాజ్\u200cకుమార్ కూడా.",
            "వరద వచ్చినప్పుడు ఎవరూ దాటరు, అందరూ ఒడ్డున వేచి ఉంటారు.",
        ),
    ),
    "Thai, with zero width spaces": Sentences(
        "เรือ\u200bข้าม\u200bฟาก",
        (
            "เรือ\u200bข้าม\u200bฟาก\u200bพา\u200bนักเรียน\u200bไป\u200bอีก\u200bฝั่ง\u200bทุก\u200bเช้า",
            "คนพายเรือบอกว่าไม้เก่าจะถูกเปลี่ยนก่อนฤดูฝน เพราะน้ำกัดจนผุ",
            "เมื่อน้ำท่วมไม่มีใครข้าม ทุกคนนั่งรออยู่ที่ท่าและเล่าเรื่องกัน",
        ),
    ),
    "Tibetan, with marks in no canonical order": Sentences(
        "གྲུ་ཁ།",
        (
            "གྲུ་པས་ཞོགས་པ་རེ་རེར་སློབ་མ་ཚོ་ཕ་རོལ་དུ་སྐྱེལ་གྱི་འདུག།",
            "ཤིང་རྙིང་པ་རྣམས་དགུན་ཁའི་སྔོན་ལ་བརྗེ་རྒྱུ་ཡིན་ཞེས་བཤད་པ་རེད། ཧཱུྃ ཨ\u0f72\u0f71 ཀ\u0f73།",
            "ཆུ་ལོག་བྱུང་ན་སུ་ཡང་མི་འགྲོ་བར་འགྲམ་དུ་སྒུག་སྡོད་དགོས།",
        ),
    ),
    "Urdu, with marks and non-joiners": Sentences(
        "پُرانی کشتی",
        (
            "دریا کی کشتی ہر صبح طلبہ کو دُوسرے کنارے لے جاتی ہے، اور شام کو خالی لوٹتی ہے۔",
            "ملّاح نے کہا کہ پُرانے تختے سردی سے پہلے بدلے جائیں گے، جیسا کہ اُس کے ہم\u200cسایے نے کیا تھا۔",
            "سیلاب میں کوئی نہیں گزرتا؛ سب کنارے پر بیٹھے بے\u200cصبری سے اِنتظار کرتے ہیں۔",
        ),
    ),
    "Vietnamese, decomposed": Sentences(
        normalize("NFD", "Sửa lại bến đò"), tuple(normalize("NFD", s) for s in VIETNAMESE)
    ),
}
