; generated with Python 3.11, numba 0.68.1, llvmlite 0.50.0, Linux x86_64
; source bd4178fa9f189c25242f558b7edaaa4b
; entry weather._streaks.0(float32:3:C, float64, int64, float64, float64, float64, float64, float64, float64:2:C) -> none
define void @weather._streaks.0(ptr %0) {
  %2 = load ptr, ptr %0, align 8
  %3 = getelementptr i8, ptr %0, i64 8
  %4 = load i64, ptr %3, align 8
  %5 = getelementptr i8, ptr %0, i64 16
  %6 = load i64, ptr %5, align 8
  %7 = getelementptr i8, ptr %0, i64 24
  %8 = load i64, ptr %7, align 8
  %9 = getelementptr i8, ptr %0, i64 56
  %10 = load double, ptr %9, align 8
  %11 = getelementptr i8, ptr %0, i64 64
  %12 = load i64, ptr %11, align 8
  %13 = getelementptr i8, ptr %0, i64 72
  %14 = load double, ptr %13, align 8
  %15 = getelementptr i8, ptr %0, i64 80
  %16 = load double, ptr %15, align 8
  %17 = getelementptr i8, ptr %0, i64 112
  %18 = load ptr, ptr %17, align 8
  %19 = getelementptr i8, ptr %0, i64 120
  %20 = load i64, ptr %19, align 8
  %21 = getelementptr i8, ptr %0, i64 128
  %22 = load i64, ptr %21, align 8
  %23 = tail call i64 @llvm.smin.i64(i64 %6, i64 %4)
  %24 = sitofp i64 %23 to double
  %25 = icmp slt i64 %20, 1
  br i1 %25, label %309, label %26
26:
  %27 = getelementptr i8, ptr %0, i64 104
  %28 = load double, ptr %27, align 8
  %29 = getelementptr i8, ptr %0, i64 96
  %30 = load double, ptr %29, align 8
  %31 = getelementptr i8, ptr %0, i64 88
  %32 = load double, ptr %31, align 8
  %33 = sitofp i64 %6 to double
  %34 = sitofp i64 %4 to double
  %35 = fmul double %34, %33
  %36 = fmul double %24, %24
  %37 = fmul double %36, 1.780000e+00
  %38 = fdiv double %24, 9.000000e+02
  %39 = fdiv double %24, 5.000000e+02
  %40 = fcmp olt double %39, 1.000000e+00
  %41 = select i1 %40, double %39, double 1.000000e+00
  %42 = add nsw i64 %4, -1
  %43 = add nsw i64 %6, -1
  %44 = fmul double %32, 1.500000e+00
  %45 = fmul double %30, 1.500000e+00
  %46 = fmul double %28, 1.600000e+00
  %47 = mul i64 %8, %6
  br label %98
48:
  %49 = icmp eq i64 %100, %20
  br i1 %49, label %309, label %98
50:
  %51 = icmp eq i64 %134, %107
  br i1 %51, label %48, label %132
52:
  %53 = fmul double %214, %277
  %54 = fadd double %239, %53
  %55 = fsub double %54, %125
  %56 = fadd double %55, -5.000000e-01
  %57 = tail call double @llvm.floor.f64(double %56)
  %58 = fptosi double %57 to i64
  %59 = tail call i64 @llvm.smax.i64(i64 %58, i64 0)
  %60 = add i64 %130, %58
  %61 = tail call i64 @llvm.smin.i64(i64 %60, i64 %43)
  %62 = sub i64 %61, %59
  %63 = icmp ugt i64 %62, 9223372036854775806
  br i1 %63, label %96, label %283
64:
  %65 = fmul double %291, %307
  %66 = icmp slt i64 %299, 0
  %67 = select i1 %66, i64 %6, i64 0
  %68 = add i64 %67, %299
  %69 = mul i64 %68, %8
  %70 = getelementptr float, ptr %296, i64 %69
  %71 = load float, ptr %70, align 4
  %72 = fpext float %71 to double
  %73 = fmul double %72, 0x3FC3333333333330
  %74 = fadd double %44, %73
  %75 = fmul double %65, %74
  %76 = fptrunc double %75 to float
  %77 = fadd float %71, %76
  store float %77, ptr %70, align 4
  %78 = getelementptr i8, ptr %70, i64 4
  %79 = load float, ptr %78, align 4
  %80 = fpext float %79 to double
  %81 = fmul double %80, 0x3FC3333333333330
  %82 = fadd double %45, %81
  %83 = fmul double %65, %82
  %84 = fptrunc double %83 to float
  %85 = fadd float %79, %84
  store float %85, ptr %78, align 4
  %86 = getelementptr i8, ptr %70, i64 8
  %87 = load float, ptr %86, align 4
  %88 = fpext float %87 to double
  %89 = fmul double %88, 0x3FC3333333333330
  %90 = fadd double %46, %89
  %91 = fmul double %65, %90
  %92 = fptrunc double %91 to float
  %93 = fadd float %87, %92
  store float %93, ptr %86, align 4
  br label %94
94:
  %95 = icmp ugt i64 %298, 1
  br i1 %95, label %297, label %96
96:
  %97 = icmp sgt i64 %272, 1
  br i1 %97, label %271, label %50
98:
  %99 = phi i64 [ 0, %26 ], [ %100, %48 ]
  %100 = add nuw nsw i64 %99, 1
  %101 = mul i64 %99, %22
  %102 = getelementptr double, ptr %18, i64 %101
  %103 = load double, ptr %102, align 8
  %104 = fmul double %16, %103
  %105 = fmul double %35, %104
  %106 = fdiv double %105, %37
  %107 = fptosi double %106 to i64
  %108 = icmp slt i64 %107, 1
  br i1 %108, label %48, label %109
109:
  %110 = mul nuw nsw i64 %99, 131
  %111 = add nsw i64 %110, %12
  %112 = mul i64 %111, 2246822519
  %113 = add i64 %112, 668265263
  %114 = getelementptr i8, ptr %102, i64 8
  %115 = add i64 %112, 2004795789
  %116 = getelementptr i8, ptr %102, i64 16
  %117 = add i64 %112, 1336530526
  %118 = add i64 %112, 2673061052
  %119 = add i64 %112, 3055950597
  %120 = uitofp i64 %99 to double
  %121 = fmul double %120, 3.500000e-01
  %122 = fadd double %121, 3.500000e-01
  %123 = fmul double %38, %122
  %124 = fcmp ogt double %123, 5.500000e-01
  %125 = select i1 %124, double %123, double 5.500000e-01
  %126 = getelementptr i8, ptr %102, i64 24
  %127 = add i64 %112, 3341326315
  %128 = fmul double %125, 2.000000e+00
  %129 = fptosi double %128 to i64
  %130 = add i64 %129, 3
  %131 = fadd double %125, 5.000000e-01
  br label %132
132:
  %133 = phi i64 [ 0, %109 ], [ %134, %50 ]
  %134 = add nuw nsw i64 %133, 1
  %135 = mul i64 %133, 374761393
  %136 = add i64 %113, %135
  %137 = lshr i64 %136, 15
  %138 = and i64 %137, 131071
  %139 = xor i64 %138, %136
  %140 = mul i64 %139, 2246822519
  %141 = lshr i64 %140, 13
  %142 = and i64 %141, 524287
  %143 = xor i64 %142, %140
  %144 = mul i64 %143, 3266489917
  %145 = and i64 %144, 4294967295
  %146 = lshr i64 %145, 16
  %147 = xor i64 %146, %145
  %148 = uitofp i64 %147 to double
  %149 = fmul double %148, 0x3DF0000000000000
  %150 = load double, ptr %114, align 8
  %151 = fmul double %150, %24
  %152 = fmul double %149, 8.000000e-01
  %153 = fadd double %152, 6.000000e-01
  %154 = fmul double %151, %153
  %155 = fadd double %154, %34
  %156 = add i64 %115, %135
  %157 = lshr i64 %156, 15
  %158 = and i64 %157, 131071
  %159 = xor i64 %158, %156
  %160 = mul i64 %159, 2246822519
  %161 = lshr i64 %160, 13
  %162 = and i64 %161, 524287
  %163 = xor i64 %162, %160
  %164 = mul i64 %163, 3266489917
  %165 = and i64 %164, 4294967295
  %166 = lshr i64 %165, 16
  %167 = xor i64 %166, %165
  %168 = uitofp i64 %167 to double
  %169 = fmul double %168, 0x3DF0000000000000
  %170 = load double, ptr %116, align 8
  %171 = fmul double %170, %24
  %172 = add i64 %117, %135
  %173 = lshr i64 %172, 15
  %174 = and i64 %173, 131071
  %175 = xor i64 %174, %172
  %176 = mul i64 %175, 2246822519
  %177 = lshr i64 %176, 13
  %178 = and i64 %177, 524287
  %179 = xor i64 %178, %176
  %180 = mul i64 %179, 3266489917
  %181 = and i64 %180, 4294967295
  %182 = lshr i64 %181, 16
  %183 = xor i64 %182, %181
  %184 = uitofp i64 %183 to double
  %185 = fmul double %184, 0x3DF0000000000000
  %186 = fmul double %185, 3.000000e-01
  %187 = fadd double %186, 8.500000e-01
  %188 = fmul double %171, %187
  %189 = fmul double %10, %188
  %190 = fdiv double %189, %155
  %191 = fadd double %169, %190
  %192 = tail call double @llvm.floor.f64(double %191)
  %193 = fptosi double %192 to i64
  %194 = sitofp i64 %193 to double
  %195 = fsub double %191, %194
  %196 = fmul double %155, %195
  %197 = fsub double %196, %154
  %198 = add i64 %118, %135
  %199 = lshr i64 %198, 15
  %200 = and i64 %199, 131071
  %201 = xor i64 %200, %198
  %202 = mul i64 %201, 2246822519
  %203 = lshr i64 %202, 13
  %204 = and i64 %203, 524287
  %205 = xor i64 %204, %202
  %206 = mul i64 %205, 3266489917
  %207 = and i64 %206, 4294967295
  %208 = lshr i64 %207, 16
  %209 = xor i64 %208, %207
  %210 = uitofp i64 %209 to double
  %211 = fmul double %210, 0x3DF0000000000000
  %212 = fmul double %211, 2.000000e-01
  %213 = fadd double %212, 9.000000e-01
  %214 = fmul double %14, %213
  %215 = tail call double @llvm.fabs.f64(double %214)
  %216 = fmul double %215, %34
  %217 = fadd double %216, %33
  %218 = fneg double %214
  %219 = fmul double %34, %218
  %220 = fcmp olt double %219, 0.000000e+00
  %221 = select i1 %220, double %219, double 0.000000e+00
  %222 = mul i64 %193, 668265263
  %223 = add i64 %119, %135
  %224 = add i64 %223, %222
  %225 = lshr i64 %224, 15
  %226 = and i64 %225, 131071
  %227 = xor i64 %226, %224
  %228 = mul i64 %227, 2246822519
  %229 = lshr i64 %228, 13
  %230 = and i64 %229, 524287
  %231 = xor i64 %230, %228
  %232 = mul i64 %231, 3266489917
  %233 = and i64 %232, 4294967295
  %234 = lshr i64 %233, 16
  %235 = xor i64 %234, %233
  %236 = uitofp i64 %235 to double
  %237 = fmul double %236, 0x3DF0000000000000
  %238 = fmul double %217, %237
  %239 = fadd double %221, %238
  %240 = load double, ptr %126, align 8
  %241 = add i64 %127, %135
  %242 = lshr i64 %241, 15
  %243 = and i64 %242, 131071
  %244 = xor i64 %243, %241
  %245 = mul i64 %244, 2246822519
  %246 = lshr i64 %245, 13
  %247 = and i64 %246, 524287
  %248 = xor i64 %247, %245
  %249 = mul i64 %248, 3266489917
  %250 = and i64 %249, 4294967295
  %251 = lshr i64 %250, 16
  %252 = xor i64 %251, %250
  %253 = uitofp i64 %252 to double
  %254 = fmul double %253, 0x3DF0000000000000
  %255 = fmul double %41, %240
  %256 = fmul double %255, 1.250000e+00
  %257 = fmul double %254, 8.000000e-01
  %258 = fadd double %257, 6.000000e-01
  %259 = fmul double %256, %258
  %260 = tail call double @llvm.floor.f64(double %197)
  %261 = fptosi double %260 to i64
  %262 = tail call i64 @llvm.smax.i64(i64 %261, i64 0)
  %263 = fadd double %154, %197
  %264 = tail call double @llvm.floor.f64(double %263)
  %265 = fptosi double %264 to i64
  %266 = tail call i64 @llvm.smin.i64(i64 %265, i64 %42)
  %267 = sub i64 %266, %262
  %268 = icmp ugt i64 %267, 9223372036854775806
  br i1 %268, label %50, label %269
269:
  %270 = add nuw nsw i64 %267, 1
  br label %271
271:
  %272 = phi i64 [ %274, %96 ], [ %270, %269 ]
  %273 = phi i64 [ %275, %96 ], [ %262, %269 ]
  %274 = add nsw i64 %272, -1
  %275 = add nuw i64 %273, 1
  %276 = sitofp i64 %273 to double
  %277 = fadd double %276, 5.000000e-01
  %278 = fsub double %277, %197
  %279 = fdiv double %278, %154
  %280 = fcmp ole double %279, 0.000000e+00
  %281 = fcmp oge double %279, 1.000000e+00
  %282 = or i1 %280, %281
  br i1 %282, label %96, label %52
283:
  %284 = add nuw nsw i64 %62, 1
  %285 = fmul double %279, 4.000000e+00
  %286 = fsub double 1.000000e+00, %279
  %287 = fmul double %285, %286
  %288 = fmul double %279, 6.000000e-01
  %289 = fadd double %288, 4.000000e-01
  %290 = fmul double %287, %289
  %291 = fmul double %259, %290
  %292 = icmp slt i64 %273, 0
  %293 = select i1 %292, i64 %4, i64 0
  %294 = add i64 %293, %273
  %295 = mul i64 %47, %294
  %296 = getelementptr float, ptr %2, i64 %295
  br label %297
297:
  %298 = phi i64 [ %284, %283 ], [ %300, %94 ]
  %299 = phi i64 [ %59, %283 ], [ %301, %94 ]
  %300 = add nsw i64 %298, -1
  %301 = add nuw i64 %299, 1
  %302 = sitofp i64 %299 to double
  %303 = fadd double %302, 5.000000e-01
  %304 = fsub double %303, %54
  %305 = tail call double @llvm.fabs.f64(double %304)
  %306 = fdiv double %305, %131
  %307 = fsub double 1.000000e+00, %306
  %308 = fcmp ogt double %307, 0.000000e+00
  br i1 %308, label %64, label %94
309:
  ret void
}
declare double @llvm.fabs.f64(double)
declare double @llvm.floor.f64(double)
declare i64 @llvm.smin.i64(i64, i64)
declare i64 @llvm.smax.i64(i64, i64)
